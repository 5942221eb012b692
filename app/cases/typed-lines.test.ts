import { expect, test } from 'vitest'
import { inEvery } from '#app/domain/language.ts'
import { text } from '#app/i18n/messages.ts'
import { type KnownFolder, typedLines } from './typed-lines.ts'

const folder: KnownFolder = {
  members: [{ id: '1', name: '扎西·测试', answers: {} }],
  applications: [{ number: 1, service: 'skills-training' }],
}
const form = (fields: readonly (readonly [string, string])[]) => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}
const said = (path: string, fields: readonly (readonly [string, string])[], known?: KnownFolder) =>
  typedLines(path, form(fields), '2026-11-29', known)

/** A line: the key of its label, and what was typed, in words or as the key of an option. */
const line = ([id, label = '', typed = '']: readonly string[]) => ({
  ...{ id, label: inEvery((language) => text(language, label)) },
  typed: inEvery((language) => (typed.includes(':') ? text(language, typed) : typed)),
})

test.each<[string, string, readonly (readonly [string, string])[], KnownFolder | undefined, string[][]]>([
  [
    'a shared step: an option in words, in both languages, and nothing of what was left empty',
    '/zh/apply/step/work/1',
    [
      ['f-kind', 'casual'],
      ['f-employer', ''],
    ],
    undefined,
    [['f-kind', 'questions:work.short', 'questions:work.options.casual']],
  ],
  [
    'what is not valid, as it was typed',
    '/bo/apply/step/contact/home',
    [['f-phone', '12345']],
    undefined,
    [['f-phone', 'forms:fields.contact.phone.label', '12345']],
  ],
  [
    'own questions, by the application the form names',
    '/zh/apply/step/own/n7?then=answers',
    [
      ['of', 'skills-training:1'],
      ['f-trade', '做凉面'],
    ],
    undefined,
    [['f-trade', 'services/skills-training:form.trade.label', '做凉面']],
  ],
  [
    'and by its number, where the form is an older one',
    '/zh/apply/step/own/n1',
    [['f-trade', '做凉面']],
    folder,
    [['f-trade', 'services/skills-training:form.trade.label', '做凉面']],
  ],
  [
    'what is written beside a correction',
    '/zh/applications/1/correct',
    [['words', '户口簿丢了']],
    undefined,
    [['words', 'application:correct.text', '户口簿丢了']],
  ],
  [
    'the adult who is to apply',
    '/bo/apply/adult',
    [
      ['adult-name', '卓玛·测试'],
      ['adult-relation', 'mother'],
      ['adult-phone', ''],
    ],
    undefined,
    [
      ['adult-name', 'apply:start.adult-name', '卓玛·测试'],
      ['adult-relation', 'apply:start.adult-relation', 'check:members.relatives.mother'],
    ],
  ],
  ['which nobody knows of a folder that is not open', '/zh/apply/step/own/n1', [['f-trade', '做凉面']], undefined, []],
  [
    'a correction, step by step',
    '/zh/applications/1/correct',
    [
      ['f-own-n1-trade', '做凉面'],
      ['f-address-home-words', '丙街 3 号'],
    ],
    folder,
    [
      ['f-own-n1-trade', 'services/skills-training:form.trade.label', '做凉面'],
      ['f-address-home-words', 'forms:fields.address.words.label', '丙街 3 号'],
    ],
  ],
  [
    'a reason to withdraw',
    '/zh/applications/1/withdraw',
    [['words', ' 找到活了 ']],
    undefined,
    [['words', 'application:withdraw.why', '找到活了']],
  ],
  [
    'a rating',
    '/zh/applications/1/rate',
    [
      ['score', '2'],
      ['words', '等了很久'],
    ],
    undefined,
    [
      ['score', 'application:rate.score', 'application:rate.scores.2'],
      ['words', 'application:rate.text', '等了很久'],
    ],
  ],
  ['nothing where nothing was typed', '/zh/apply/submit', [['agree', 'general']], undefined, []],
])('%s', (_, path, fields, known, expected) => expect(said(path, fields, known)).toEqual(expected.map(line)))
