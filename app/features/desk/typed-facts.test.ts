import { expect, test } from 'vitest'
import { inEvery } from '#app/domain/language.ts'
import { typedFacts } from './typed-facts.ts'

const none = () => undefined
const label = (name: string) => `steps:serve.${name}.label`

test('everything that was typed of a step is told: lines, days, choices', () =>
  expect(
    typedFacts(
      'serve',
      { 'on-year': '2026', 'on-month': '3', 'on-day': '1', manner: 'post', recipient: 'other', name: ' 扎西·测试 ', relation: '' },
      none,
    ),
  ).toEqual([
    { name: 'on', label: label('on'), day: '2026-03-01' },
    { name: 'manner', label: label('manner'), k: 'steps:serve.manner.options.post' },
    { name: 'recipient', label: label('recipient'), k: 'steps:serve.recipient.options.other' },
    { name: 'name', label: label('name'), value: '扎西·测试' },
  ]))

test('what is no day or option stands as it was typed', () =>
  expect(typedFacts('serve', { 'on-year': '2026', 'on-month': '13', 'on-day': '', manner: 'x' }, none)).toEqual([
    { name: 'on', label: label('on'), value: '2026-13-?' },
    { name: 'manner', label: label('manner'), value: 'x' },
  ]))

test('an option that follows from the case is called what it is called there; nothing typed tells nothing', () => {
  const said = inEvery((language) => `西宁 ${language}`)
  expect(typedFacts('send-on', { to: '630104', consent: '' }, (_, value) => (value === '630104' ? said : undefined))).toEqual([
    { name: 'to', label: 'steps:send-on.to.label', said },
  ])
})
