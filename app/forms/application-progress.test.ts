import { expect, test } from 'vitest'
import type { FormField, FormStep } from '#app/domain/form.ts'
import type { FilledForm } from './application-form.ts'
import { isFilledBefore } from './application-progress.ts'

const asOf = '2026-11-24'
const field = (id: string, more: object = {}): FormField => ({ id, kind: 'text', most: 9, ...more })
const step: FormStep = { block: 'own', subject: 'n1', fields: [field('a'), field('b'), field('c', { optional: true })] }
const both = { 'own/n1/a': '1', 'own/n1/b': '2' }
const form = (values: FilledForm['values'], filled: readonly string[], seen: readonly string[] = []): FilledForm => ({
  ...{ answers: {}, members: [], applicant: '1', values, filled, seen },
})

test.each([
  ['what holds all it needs from earlier is only looked through', form(both, ['own/n1/a', 'own/n1/b']), true],
  ['one value of earlier is enough, with the others typed', form(both, ['own/n1/b']), true],
  ['with nothing of earlier there is nothing to look through', form(both, []), false],
  ['what is still missing is asked for', form({ 'own/n1/a': '1' }, ['own/n1/a']), false],
  ['what is taken no more is asked for again', form({ ...both, 'own/n1/a': 'x'.repeat(10) }, ['own/n1/a']), false],
  ['what was looked at before stays so', form(both, ['own/n1/a'], ['own/n1', 'person/1']), true],
])('%s', (_, filled, expected) => expect(isFilledBefore(filled, [], step, asOf)).toBe(expected))
