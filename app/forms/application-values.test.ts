import { expect, test } from 'vitest'
import type { FilledForm } from './application-form.ts'
import { withOwnCopied } from './application-values.ts'

const form: FilledForm = {
  ...{ answers: {}, members: [], applicant: '1', seen: ['own/n1'], filled: ['contact/home/phone'] },
  values: { 'own/n1/trade': '做饭', 'own/n1/where': '城西', 'own/n12/trade': '开车', 'own/n2/where': '城东', 'contact/home/phone': '1' },
}

test('own values are copied to another application, to be reviewed there; what stands there already, and every other, stays', () => {
  const { values, filled, seen } = withOwnCopied(form, 1, 2)
  expect(values).toEqual({ ...form.values, 'own/n2/trade': '做饭' })
  expect(filled).toEqual(['contact/home/phone', 'own/n2/trade'])
  expect(seen).toEqual(['own/n1'])
})

test('of an application without own values nothing is copied', () => {
  expect(withOwnCopied(form, 3, 4)).toEqual(form)
})
