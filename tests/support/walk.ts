import { expect, type Page } from '@playwright/test'
import type { Answer, Question } from '#app/domain/question.ts'
import { type Listable, listable } from '#app/forms/relatives.ts'
import { questions } from '#app/services/household.ts'
import { answerOfMost, concerned, differing, isAnswered, type WorkedCase } from './worked-cases.ts'

/**
 * What a walk took: the addresses of its pages, the first of which is the start, and how often something was tapped. `added`: what of it
 * was for questions the case does not answer, because they were added since.
 */
export type Walked = { readonly pages: readonly string[]; readonly taps: number; readonly added: { pages: number; taps: number } }

/** How somebody walks. */
export type Way = {
  /** What members are called: a name that is typed, by their ids. */
  readonly names?: Readonly<Record<string, string>>
  /** Who they are to whoever fills in, by their ids: they are ticked, all at once. */
  readonly relatives?: Readonly<Record<string, Listable>>
  /** The page at which to stop; by default the summary. */
  readonly until?: string
  /** What to look at on each page. */
  readonly onPage?: (path: string) => Promise<void>
}

/** Who walks, and what they have done so far. A tap is what is activated, or a field of text that is come to for the first time. */
type Walk = {
  readonly page: Page
  readonly request: WorkedCase['request']
  readonly way: Way
  /** The ids of the members in the order they are listed. */
  readonly listed: readonly string[]
  readonly pages: string[]
  taps: number
  readonly added: { pages: number; taps: number }
}

/** Goes through the self-check as a resident does, page by page, until the summary or another page. Members are named by their ids. */
export async function walkThrough(page: Page, mode: string, request: WorkedCase['request'], way: Way = {}): Promise<Walked> {
  const ids = request.members.map(({ id }) => id)
  const orderOf = (id: string) => listable.indexOf(way.relatives?.[id] ?? 'myself')
  const listed = way.relatives ? ids.sort((one, other) => orderOf(one) - orderOf(other)) : ids
  const walk: Walk = { page, request, way, listed, pages: [], taps: 0, added: { pages: 0, taps: 0 } }
  await page.goto(`/${mode}/check`)
  walk.pages.push(page.url())
  await tap(walk, 'main a.button')
  for (let step = 0; step < 150; step++) {
    const parts = new URL(page.url()).pathname.split('/').slice(3)
    if (parts[0] === (way.until ?? 'summary')) return walk
    walk.pages.push(page.url())
    await way.onPage?.(parts.join('/'))
    if (parts[0] !== 'members') await answerPage(walk, parts)
    else if (way.relatives) await tickMembers(walk, Object.values(way.relatives))
    else await nameMembers(walk)
  }
  throw new Error('The self-check does not end')
}

async function tap(walk: Walk, selector: string): Promise<void> {
  walk.taps += 1
  await walk.page.locator(selector).first().click()
}

async function tick(walk: Walk, name: string, value: string): Promise<void> {
  walk.taps += 1
  await walk.page.locator(`[name="${name}"][value="${value}"]`).check()
}

async function type(walk: Walk, name: string, text: string): Promise<void> {
  walk.taps += 1
  await walk.page.locator(`[name="${name}"]`).fill(text)
}

async function nameMembers(walk: Walk): Promise<void> {
  for (const id of walk.listed) {
    const name = walk.way.names?.[id] ?? id
    await type(walk, 'name', name)
    await tap(walk, 'button.second[name="do"][value="add"]')
    await expect(walk.page.locator('.member-list li').filter({ hasText: name }).first()).toBeVisible()
  }
  await tap(walk, 'button[name="do"][value="done"]')
}

/** Ticks everybody; whoever fills in is ticked already. */
async function tickMembers(walk: Walk, relatives: readonly Listable[]): Promise<void> {
  await expect(walk.page.locator('[name="who"]:checked')).toHaveValue('myself')
  for (const one of relatives) if (one !== 'myself') await tick(walk, 'who', one)
  await tap(walk, 'button[name="do"][value="done"]')
}

/** Answers every question on the page, and goes on. */
async function answerPage(walk: Walk, parts: readonly string[]): Promise<void> {
  const before = walk.page.url()
  const also = await walk.page.locator('input[name="also"]').evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''))
  const first = parts.length === 2 ? { member: parts[0], question: parts[1] } : { member: undefined, question: parts[0] }
  const asked = [
    { prefix: '', at: first },
    ...also.map((key) => {
      const [, member = '', question] = /^([a-z\d]+)-(.*)$/.exec(key) ?? []
      return { prefix: `${key}.`, at: { member: member === 'home' ? undefined : member, question } }
    }),
  ]
  const isAdded = ({ at }: (typeof asked)[number]) => !isAnswered(walk.request, at.question ?? '')
  for (const one of asked) {
    const taken = walk.taps
    await answerQuestion(walk, one.prefix, one.at)
    if (isAdded(one)) walk.added.taps += walk.taps - taken
  }
  await tap(walk, '#question button.button')
  if (asked.every(isAdded)) {
    walk.added.pages += 1
    walk.added.taps += 1
  }
  await expect(walk.page).not.toHaveURL(before)
}

/** Answers one question; where the case has no answer, with "not sure". `prefix` precedes the names of its inputs. */
async function answerQuestion(walk: Walk, prefix: string, at: { member: string | undefined; question: string | undefined }): Promise<void> {
  const { household, members } = walk.request
  const [id = '', memberId] = [at.question, at.member === undefined ? undefined : walk.listed[Number(at.member) - 1]]
  const member = members.find((one) => one.id === memberId)
  const answer = (member ?? household)[id] ?? (member ? undefined : answerOfMost(walk.request, id))
  const name = `${prefix}answer`
  if (id === 'birth-date' && typeof answer === 'string') {
    walk.taps += 1
    await walk.page.locator(`input[name="${name}"]:not([type="checkbox"])`).fill(answer.replaceAll('-', ''))
  } else for (const option of [answer ?? 'unsure'].flat()) await tick(walk, name, option)
  if (!member) await tellOfMembers(walk, prefix, id, [answer ?? []].flat())
}

/** On the page of a question about all members: who differs from most, or whom an option is about. */
async function tellOfMembers(walk: Walk, prefix: string, id: string, chosen: readonly Answer[]): Promise<void> {
  const { page, request } = walk
  const question = (questions as Readonly<Record<string, Question>>)[id]
  const opened = question?.kind === 'many' ? Object.entries(question.opens ?? {}).filter(([option]) => chosen.includes(option)) : []
  const asked = [
    ...(question?.of === 'member' ? [['differ', differing(request, id)] as const] : []),
    ...opened.map(([option, of]) => [`who-${option}`, concerned(request, of)] as const),
  ]
  for (const [field, who] of asked)
    for (const one of who) {
      const place = String(walk.listed.indexOf(one) + 1)
      if ((await page.locator(`[name="${prefix}${field}"][value="${place}"]`).count()) > 0) await tick(walk, `${prefix}${field}`, place)
    }
}
