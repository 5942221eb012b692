import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasText } from '#app/i18n/messages.ts'
import { type administrativeRemedies, natures, remedies, stopGrounds } from './act.ts'
import { serviceById, services } from './index.ts'

// What each service is in law, beside the table of the fact base.

const rows = readFileSync('tests/fixtures/natures.tsv', 'utf8').trim().split('\n').slice(1)
const table = new Map(rows.map((row) => row.split('\t')).map(([service = '', ...rest]) => [service, rest]))

/** How the table writes each nature. */
const written: Readonly<Record<(typeof natures)[number], RegExp>> = {
  ...{ licence: /^licence/, confirmation: /^confirmation/, benefit: /^benefit/, registration: /^registration/ },
  ...{ 'public-service': /^public service/, admission: /^admission/, complaint: /^complaint/ },
  ...{ 'company-contract': /^company lease/, right: /^right/ },
}

describe.each(services.map(({ id }) => id))('%s', (id) => {
  const act = serviceById(id)?.act ?? expect.fail()
  const [nature = '', accepted = '', silence = '', , remedy = '', , certainty] = table.get(id) ?? []
  test('is what the table says, as sure', () => {
    expect(nature).toMatch(written[act.nature])
    expect(act.certainty).toBe(certainty)
  })
  test('presumes nothing of silence, unless it is a licence', () => {
    expect(act.acceptance?.silence === 'accepts').toBe(act.nature === 'licence')
    expect(silence.startsWith('accepts')).toBe(act.nature === 'licence')
    if (act.acceptance) expect(accepted).toMatch(new RegExp(`^${act.acceptance.days} (working )?days to `))
    else expect(accepted).not.toMatch(/^\d+ .*(accept|say)/)
  })
  test('has 复议 where the table has it, and a court with it', () => {
    const has = (one: (typeof administrativeRemedies)[number]) => act.remedies.some((known) => known === one)
    expect(has('reconsideration')).toBe(remedy.includes('复议'))
    expect(has('court')).toBe(remedy.includes('复议') && remedy.includes('court'))
  })
  test('never ends refused, where the table says so', () => expect(act.placed === true).toBe(silence.includes('never ends refused')))
})

test('every service is in the table, and nothing else', () =>
  expect([...table.keys()].toSorted()).toEqual(services.map(({ id }) => id).toSorted()))

test('only injury, wages and pensions go on after a death', () =>
  expect(services.filter(({ id }) => serviceById(id)?.act.inherited).map(({ id }) => id)).toEqual([
    ...['employee-pension-medical', 'flexible-worker-insurance', 'resident-pension'],
    ...['occupational-injury', 'insurance-transfer', 'wage-protection'],
  ]))

test('everything has its text', () => {
  const keys = [
    ...natures.map((one) => `nature.${one}`),
    ...Object.keys(remedies).map((one) => `remedy.${one}`),
    ...Object.keys(stopGrounds).map((one) => `stop.${one}`),
  ]
  expect(keys.filter((key) => !hasText(`natures:${key}`))).toEqual([])
})
