import { expect, test } from 'vitest'
import { type Folder, papersOf } from '#app/cases/folder.ts'
import type { Answers } from '#app/domain/household.ts'
import type { Answer } from '#app/domain/question.ts'
import { withAnswerOf } from '#app/forms/members.ts'
import { text } from '#app/i18n/messages.ts'
import { checkOf, workedCase } from '#tests/support/worked-cases.ts'
import { tell, tellOne } from './result.ts'
import { offeredIn, sheetsOf, shownOf, type Tick, ticks } from './sheet.ts'

// Certificates of a disability and of having left the army are among what is brought, only where somebody said that there is one.

const asOf = '2027-03-01'
const [card, papers] = ['disability-card', 'veteran-papers']
const family = withAnswerOf(checkOf(workedCase('K12').request), null, 'wishes', ['training'])
const soldier = checkOf(workedCase('K10').request)
const bring = (check: typeof family, service: string, anyone?: Answer) =>
  [null, ...check.members.map(({ id }) => id)].flatMap(
    (member) => tellOne(withAnswerOf(check, null, 'anyone', anyone), service, member, asOf)?.documents ?? [],
  )

test.each([
  ['social-assistance', card, [card]],
  ['skills-training', card, [card]],
  ['job-services', papers, [papers]],
  ['settle-household', papers, [papers]],
  ['residence-permit', papers, []],
] as const)('%s asks for what was said: %s', (service, paper, asked) => {
  const said = paper === card ? 'disability' : 'veteran'
  const check = paper === card ? family : soldier
  const among = (anyone?: Answer) => [...new Set(bring(check, service, anyone).filter((one) => one === card || one === papers))]
  expect(among([said])).toEqual(asked)
  for (const otherwise of [['none'], ['relocation'], 'unsure', undefined]) expect(among(otherwise)).toEqual([])
})

const onSheets = (check: typeof family, ticked: readonly Tick[]) =>
  sheetsOf(check, tell(check, undefined, asOf), asOf, ticked).flatMap((sheet) => sheet.papers.map((key) => text('zh', key)))

test('the sheet has the certificate of a disability only where that is ticked, that of a veteran at once', () => {
  expect(offeredIn(tell(family, undefined, asOf), asOf)).toContain('disability')
  const name = text('zh', `forms:paperNames.${card}`)
  expect(onSheets(family, ['hardship'])).not.toContain(name)
  expect(onSheets(family, ticks)).toContain(name)
  expect(onSheets(soldier, [])).toContain(text('zh', `forms:paperNames.${papers}`))
})

test('nor is it among the details that are printed', () => {
  const printed = (ticked: readonly Tick[]) =>
    tell(family, undefined, asOf)
      .map((part) => shownOf(part, ticked))
      .flatMap(({ groups }) => groups.flatMap(({ results }) => results.flatMap(({ documents }) => documents)))
  expect([printed(['hardship']).includes(card), printed(ticks).includes(card)]).toEqual([false, true])
})

test.each([
  [['disability'], [card]],
  [['veteran'], [papers]],
  [['none'], []],
  [undefined, []],
] as const)('who applies for a training is asked for it, once: %j', (anyone, asked) => {
  const answers: Answers = anyone ? { anyone: [...anyone] } : {}
  const members = ['1', '2'].map((id) => ({ id, name: id, answers: { 'birth-date': '1990-01-01' } }))
  const folder: Folder = { answers, members, applicant: '1', values: {}, seen: [], filled: [] }
  const wanted = members.map(({ id }, index) => ({ number: index + 1, service: 'skills-training', member: id }))
  const keys = papersOf(folder, wanted, asOf).map(({ key }) => key.split('~')[0] ?? '')
  expect(keys.filter((key) => key === card || key === papers)).toEqual(asked)
})
