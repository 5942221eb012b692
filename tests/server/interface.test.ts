import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { languages } from '#app/domain/language.ts'
import type { catalogueResponse } from '#app/features/api/catalogue-api.server.ts'
import { planQuotations } from '#app/services/plan-quotations.ts'
import { type BuiltServer, send, startBuilt } from '#tests/support/built-server.ts'
import { workedCases } from '#tests/support/worked-cases.ts'

let server: BuiltServer
let valid: (schema: string, body: unknown) => string[]
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
  const { text } = await send(server.port, 'GET', '/api/v1/openapi.json')
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addSchema(JSON.parse(text), 'api')
  valid = (schema, body) => {
    const validate = ajv.compile({ $ref: `api#/components/schemas/${schema}` })
    return validate(body) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}, 180_000)
afterAll(async () => {
  await server.stop()
})

const check = async (body: unknown) => {
  const { status, text } = await send(server.port, 'POST', '/api/v1/check', { 'Content-Type': 'application/json' }, JSON.stringify(body))
  return {
    status,
    body: JSON.parse(text) as {
      results: { service: string; member: string | null; verdict: string; deciding: string[] }[]
      errors?: { path: string; code: string }[]
    },
  }
}

test.each(workedCases)('$case has the expected result and the described shape', async ({ request, expect: rows }) => {
  expect(valid('CheckRequest', request)).toEqual([])
  const { status, body } = await check(request)
  expect(status).toBe(200)
  expect(valid('CheckResponse', body)).toEqual([])
  for (const { service, member, verdict, deciding } of rows) {
    const found =
      body.results.find((one) => one.service === service && one.member === member) ??
      body.results.find((one) => one.service === service && one.member === null)
    expect({ service, verdict: found?.verdict, deciding: found?.deciding }).toEqual({ service, verdict, deciding })
  }
})

test.each(['0001-01-01', '0060-02-28', '9999-12-31'])('a household is judged on any day of the calendar: %s', async (asOf) => {
  expect((await check({ asOf, members: [{ id: 'a' }] })).status).toBe(200)
})

test.each([
  [{}, '/members', 'required'],
  [{ members: [] }, '/members', 'too-few'],
  [{ members: [{ id: 'a' }], extra: 1 }, '/extra', 'unknown-key'],
  [{ members: [{ id: 'a', work: 'king' }] }, '/members/0/work', 'unknown-option'],
  [{ members: [{ id: 'a', 'birth-date': '2023-02-29' }] }, '/members/0/birth-date', 'unknown-option'],
  [{ members: [{ id: 'a' }], asOf: '2027-13-01' }, '/asOf', 'no-such-day'],
  [{ members: [{ id: 'a' }], household: { county: '110101' } }, '/household/county', 'unknown-option'],
  [{ members: [{ id: 'a' }], household: { work: 'platform' } }, '/household/work', 'unknown-key'],
  [{ members: [{ id: 'a' }, { id: 'a' }] }, '/members/1/id', 'duplicate'],
])('%j is answered 422', async (request, path, code) => {
  const { status, body } = await check(request)
  expect(status).toBe(422)
  expect(valid('Problem', body)).toEqual([])
  expect(body.errors?.map((error) => error.path)).toContain(path)
  if (code !== 'unknown-option') expect(body.errors).toContainEqual({ path, code })
})

test('what one has already is said by a condition of its own, with what goes with the case', async () => {
  const household = { 'hukou-place': 'qh-other', 'live-place': 'qh-town', permit: 'valid', anyone: ['veteran'], med: 'local-resident' }
  const { body } = await check({ household, members: [{ id: 'a', 'birth-date': '1990-01-01', 'hukou-place': 'outside', stay: 'lt6-reg' }] })
  const of = (service: string) => body.results.find((one) => one.service === service && one.member === 'a')
  expect(of('resident-medical')).toMatchObject({ verdict: 'already', deciding: ['H1'], missing: expect.arrayContaining(['work']) })
  expect(of('residence-registration')).toMatchObject({ verdict: 'already' })
  // Whose hukou is elsewhere has not the household's permit.
  expect(of('residence-permit')?.verdict).not.toBe('already')
  expect(of('skills-training')).toMatchObject({ notes: expect.arrayContaining(['veteran']) })
  const { text } = await send(server.port, 'GET', '/api/v1/services?lang=zh')
  const { services } = JSON.parse(text) as z.infer<typeof catalogueResponse>
  const permit = services.find(({ id }) => id === 'residence-permit')
  expect(permit?.conditions[0]).toMatchObject({ id: 'H1', kind: 'held', heldBy: [{ question: 'permit', options: ['valid'] }] })
  expect([permit?.keep?.certainty, services.find(({ id }) => id === 'wage-protection')?.keep]).toEqual(['high', null])
})

test('a question left out is as good as one nobody is sure of', async () => {
  const asked = ['jobloss', 'injury', 'wage-owed', 'work', 'med']
  const [without, unsure] = await Promise.all([
    check({ members: [{ id: 'a', 'birth-date': '1990-01-01' }] }),
    check({ members: [{ id: 'a', 'birth-date': '1990-01-01', ...Object.fromEntries(asked.map((id) => [id, 'unsure'])) }] }),
  ])
  expect(without.body.results).toEqual(unsure.body.results)
  expect(without.body.results.find(({ service }) => service === 'wage-protection')?.verdict).toBe('possible')
})

test.each(languages)('the catalogue in %s is as described', async (lang) => {
  const { status, text } = await send(server.port, 'GET', `/api/v1/services?lang=${lang}`)
  expect(status).toBe(200)
  expect(valid('Catalogue', JSON.parse(text))).toEqual([])
})

test('the catalogue says how strongly each sentence is promised, in whose words, and which are our own reading', async () => {
  const { text } = await send(server.port, 'GET', '/api/v1/services?lang=zh')
  const { services } = JSON.parse(text) as z.infer<typeof catalogueResponse>
  const sentence = (service: string, list: 'gives' | 'otherwise', id: string) =>
    services.find((one) => one.id === service)?.[list].find((one) => one.id === id)
  const [, quotation] = planQuotations['insurance-without-hukou-limit']
  expect(sentence('employee-pension-medical', 'gives', 'no-hukou-limit')).toMatchObject({
    strength: 'requires',
    sources: [{ words: [quotation] }],
  })
  expect(sentence('resident-medical', 'gives', 'same-subsidy')).toMatchObject({ strength: 'supports', conditional: true })
  expect(sentence('housing-fund-flexible', 'gives', 'direction')).toMatchObject({ strength: 'explores' })
  const ours = sentence('residence-permit', 'otherwise', 'settle-instead')
  expect(ours).toMatchObject({ inferred: true })
  expect(ours).not.toHaveProperty('strength')
  const scope = services.find(({ id }) => id === 'exam-local')?.conditions.find(({ kind }) => kind === 'scope')
  expect(scope).toMatchObject({ id: 'C1', inferred: true })
})
