import { expect, test } from 'vitest'
import type { Value } from '#app/domain/fields/field.ts'
import { checkOf, workedCase } from '#tests/support/worked-cases.ts'
import { finishedLines } from './result-lines.server.ts'
import { linesOf } from './result-lines.ts'

const { request } = workedCase('J45')
const { asOf } = request
const check = { ...checkOf(request), rosterDone: true }

test('lines that are known are those of the answers, without a name; another answer, day or service has its own', () => {
  const found = finishedLines(check, undefined, asOf)
  expect(found?.lines).toEqual(linesOf(check, undefined, asOf))
  const renamed = { ...check, members: check.members.map((one) => ({ ...one, name: `${one.name}·扎西` })) }
  expect(finishedLines(renamed, undefined, asOf)).toBe(found)
  expect(JSON.stringify(found)).not.toContain('扎西')
  const [first, ...others] = check.members
  const changed = {
    ...check,
    members: [{ ...first, answers: { ...first?.answers, 'birth-date': '2020-01-01' } }, ...others],
  } as typeof check
  expect(finishedLines(changed, undefined, asOf)).not.toBe(found)
  expect(finishedLines(check, 'resident-medical', asOf)?.services).toEqual(['resident-medical'])
  expect(finishedLines(check, undefined, '2027-06-01')).not.toBe(found)
})

test('what a relative is called by says whether it is a woman or a man, and the lines follow it', () => {
  const aged = { ...check, members: check.members.map((one) => ({ ...one, answers: { ...one.answers, 'birth-date': '1969-01-01' } })) }
  const { sex: _sex, ...answers }: Readonly<Record<string, Value>> = aged.members[0]?.answers ?? {}
  const as = (name: string) => finishedLines({ ...aged, members: [{ id: '1', name, answers }] }, 'employee-pension-medical', asOf)?.lines
  const of = (name: string) => linesOf({ ...aged, members: [{ id: '1', name, answers }] }, 'employee-pension-medical', asOf)
  expect(of('@elder-brother')).not.toEqual(of('@elder-sister'))
  for (const name of ['@elder-brother', '@elder-sister']) expect(as(name)).toEqual(of(name))
})

test('of answers that lack one there are none', () => {
  expect(finishedLines({ ...check, answers: {} }, undefined, asOf)).toBeUndefined()
})
