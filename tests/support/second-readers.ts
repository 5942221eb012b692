import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { type BuiltServer, startBuilt, unansweredGateway } from './built-server.ts'
import { casesOf } from './clerk.ts'
import { openDesk, type TestStaff } from './open-desk.ts'
import { type Resident, resident, submitForm } from './resident.ts'

// A desk whose texts that ask for land wait: halls with several readers and with one, below a prefecture and below the province only.

/** A staff member by id and role. */
export const person = (id: string, role: TestStaff['role']): TestStaff => ({ id, name: `${id}·测试`, role })
const halls: readonly [place: string, people: readonly TestStaff[]][] = [
  [
    '630104',
    [person('clerk', 'clerk'), person('reviewer', 'reviewer'), person('supervisor', 'supervisor'), person('supervisor-2', 'supervisor')],
  ],
  ['632723', [person('alone', 'reviewer'), person('alone-clerk', 'clerk')]],
  ['632700', [person('prefecture', 'supervisor')]],
  ['632821', [person('far', 'reviewer')]],
  ['630000', [person('province', 'supervisor')]],
]

/** Sentences of staff: the first asks for land. */
export const [demand, harmless] = ['请先退出承包地再来·测试', '材料都对得上·测试']
/** The list of texts that wait. */
export const waitingTexts = '/zh/desk/held-texts'

/** A case in review: who handed it in, its code, its id, and the address of its screen. */
export type ReviewedCase = { readonly one: Resident; readonly code: string; readonly id: string; readonly url: string }

/** The version of a case its screen was read at. */
export const seenOn = (html: string) => /name="seen" value="([\d~]+)"/.exec(html)?.[1] ?? ''

/** Starts the built site with these halls for the tests of a file, and stops it after them. */
export function deskOfSecondReaders(env: Readonly<Record<string, string>> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-second-readers-'))
  let server: BuiltServer
  let cookies: Record<string, { staff: string }> = {}
  /** Further staff sign in. */
  const enters = (more: Record<string, { staff: string }>) => {
    cookies = { ...cookies, ...more }
  }
  /** Further staff come to a hall of a place. */
  const joins = async (place: string, ...people: TestStaff[]) => enters(await openDesk(dataDir, place, people))
  beforeAll(async () => {
    server = await startBuilt({ RATE_LIMIT: 'off', ...unansweredGateway, ...env }, dataDir)
    for (const [place, people] of halls) await joins(place, ...people)
  }, 120_000)
  afterAll(() => server.stop())

  const as = (id: string): Resident => resident(server.port, cookies[id])
  /** Posts a form as whoever has just opened the screen of the case. */
  const act = async (who: string, url: string, fields: Record<string, string>, page = url) =>
    as(who).post(page, { seen: seenOn((await as(who).get(url)).text), ...fields })
  /** Hands in what was filled in; a reviewer begins to look at it. */
  const begun = async (one: Resident, code: string, reviewer: string): Promise<ReviewedCase> => {
    await one.post('/zh/apply/submit', await submitForm(one))
    const found = await as(reviewer).post('/zh/desk/cases', { do: 'find', code })
    const id = String(found.headers.location).split('/').at(-1) ?? ''
    const url = `/zh/desk/cases/${id}`
    for (const step of ['accept', 'start-review']) expect((await act(reviewer, url, { do: step })).status).toBe(303)
    return { one, code, id, url }
  }
  return {
    ...{ dataDir, port: () => server.port, enters, joins, as, act, begun },
    caseOf: async ({ code }: ReviewedCase) => (await casesOf(dataDir, code))[0],
    listOf: async (who: string) => (await as(who).get(waitingTexts)).text,
  }
}
