import type { Page } from '@playwright/test'
import { signedInAs } from './clerk.ts'
import { hall } from './hall.ts'
import { sendFile } from './paper.ts'
import { beginning, fillIn, pin, type Resident, resident, submitForm } from './resident.ts'
import { answerAll } from './self-check.ts'
import { workedCase } from './worked-cases.ts'

/** Whoever looks at a page: with a finished check, with another one just begun, with drafts, with what was handed in, as a child, as staff. */
export type Viewer = 'nobody' | 'checked' | 'beginning' | 'drafting' | 'applied' | 'child' | 'staff'

/** The cookies of everybody who looks. */
export type Viewers = Readonly<Record<Viewer, Readonly<Record<string, string>>>>

const services = ['job-services', 'skills-training']
const own = { 'f-matter': 'guidance', 'f-trade': '做饭' }

/** The paper only the second draft needs, with which it is not removed unasked. */
const paperOfSecond = 'skills-training.registration~n2'

async function drafting(port: number): Promise<Resident> {
  const one = resident(port)
  await fillIn(one, services, own)
  await sendFile(port, one.cookies(), `/zh/apply/papers/${paperOfSecond}`)
  return one
}

/** Of the first application a correction is asked, the second is approved. */
async function applied(port: number, dataDir: string): Promise<Resident> {
  const one = resident(port)
  const code = await fillIn(one, services, own)
  await one.post('/zh/apply/submit', await submitForm(one))
  const items = [{ target: 'contact/home/phone', reason: 'does-not-match' as const }]
  await hall(dataDir, code, 1, { type: 'accept' })
  await hall(dataDir, code, 1, { type: 'ask-correction', items })
  for (const type of ['accept', 'start-review', 'approve'] as const) await hall(dataDir, code, 2, { type })
  return one
}

/** Everybody who looks at pages of a flow, with what they need for it. */
export async function viewers(port: number, dataDir: string): Promise<Viewers> {
  const [checked, other, child] = [resident(port), resident(port), resident(port)]
  await answerAll(checked, 'zh', workedCase('J06').request)
  await other.post('/zh/check/hukou-place', { answer: 'outside' })
  await child.post('/zh/apply', { ...beginning, pick: 'vocational-school' })
  await child.post('/zh/apply/step/person/1', { 'f-name': '卓玛·测试', 'f-birth-date-age': '10' })
  const { session } = await signedInAs(dataDir, 'reviewer')
  return {
    nobody: {},
    checked: checked.cookies(),
    beginning: other.cookies(),
    drafting: (await drafting(port)).cookies(),
    applied: (await applied(port, dataDir)).cookies(),
    child: child.cookies(),
    staff: { staff: session },
  }
}

/** A page: whose, where, and what leads on from there to it. */
export type FlowPage = {
  readonly as: Viewer
  readonly path: string
  readonly reach?: (page: Page) => Promise<void>
  /** The text or the heading by which it is known to be there. */
  readonly shows?: string
}

const of = (as: Viewer, ...paths: readonly string[]): FlowPage[] => paths.map((path) => ({ as, path }))

/** The pages of a flow: each has a way back, and no menu. */
export const flowPages: readonly FlowPage[] = [
  ...of('nobody', '/check', '/check?only=residence-permit', '/apply', '/applications/open', '/check/open'),
  ...of(
    'checked',
    ...['hukou-place', 'members', '1/work', 'summary', 'result', 'result/1/residence-permit'].map((path) => `/check/${path}`),
  ),
  ...of('checked', ...['counterfactuals', 'print', 'save', 'clear'].map((path) => `/check/${path}`), '/apply'),
  ...of('drafting', '/apply', ...['folder', 'step/address/home', 'papers', 'answers', 'submit'].map((path) => `/apply/${path}`)),
  ...of('drafting', `/apply/papers/${paperOfSecond}`, ...['slip', 'close', 'delete', 'language'].map((path) => `/applications/${path}`)),
  ...of('applied', '/applications/1/correct', '/applications/1/withdraw', '/applications/2/rate', '/applications/slip'),
  ...of('child', '/apply/adult'),
]

/** Pages that no test looks at elsewhere, in order: the code of a saved check is asked for by the next. */
export function seldomPages(): readonly FlowPage[] {
  let code = ''
  const send = (page: Page, form: string) => page.locator(`#${form} button[type="submit"].button`).first().click()
  return [
    ...of('drafting', '/apply/papers', `/apply/papers/${paperOfSecond}`),
    ...of('applied', '/applications/1/correct', '/applications/2/rate', '/applications/language', '/applications/1/ask'),
    ...of('child', '/apply/adult'),
    {
      ...{ as: 'checked', path: '/check/print', shows: '.print-parallel' },
      reach: async (page) => {
        await page.locator('#details').check()
        await send(page, 'sheet')
      },
    },
    {
      ...{ as: 'checked', path: '/check/save', shows: '.case-code' },
      reach: async (page) => {
        await page.locator('#pin').fill(pin)
        await page.locator('#again').fill(pin)
        await send(page, 'save')
        code = (await page.locator('.case-code').textContent()) ?? ''
      },
    },
    {
      ...{ as: 'beginning', path: '/check/open', shows: '#instead' },
      reach: async (page) => {
        await page.locator('#code').fill(code)
        await page.locator('#pin').fill(pin)
        await send(page, 'open')
      },
    },
    {
      ...{ as: 'checked', path: '/check/hukou-place', shows: '#typed' },
      reach: async (page) => {
        await page.locator('#question [name="of-check"]').evaluate((one: HTMLInputElement) => {
          one.value = 'another'
        })
        await send(page, 'question')
      },
    },
    { ...{ as: 'drafting', path: '/apply/folder', shows: '[name="sure"]' }, reach: (page) => send(page, 'remove-2') },
    { as: 'staff', path: '/applications/open', shows: '#sign-out' },
  ]
}
