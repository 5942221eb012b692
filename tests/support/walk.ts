import { expect, type Page } from '@playwright/test'
import type { Answer, Question } from '#app/domain/question.ts'
import { questions } from '#app/services/household.ts'
import { answerOfMost, concerned, differing, type WorkedCase } from './worked-cases.ts'

/** Goes through the self-check as a resident does, question by question, until the summary. Members are named by their ids. */
export async function walkThrough(
  page: Page,
  mode: string,
  request: WorkedCase['request'],
  names: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { household, members } = request
  await page.goto(`/${mode}/check`)
  await page.locator('main a.button').first().click()
  for (let step = 0; step < 150; step++) {
    const parts = new URL(page.url()).pathname.split('/').slice(3)
    if (parts[0] === 'summary') return
    if (parts[0] === 'members')
      await listMembers(
        page,
        members.map(({ id }) => names[id] ?? id),
      )
    else {
      const [question = '', member] = parts.length === 2 ? [parts[1], members[Number(parts[0]) - 1]] : [parts[0]]
      if (!member) await tellOfMembers(page, request, question)
      await answerQuestion(page, question, (member ?? household)[question] ?? (member ? undefined : answerOfMost(request, question)))
    }
  }
  throw new Error('The self-check does not end')
}

/** On the page of a question about all members: who differs from most, or whom an option is about. */
async function tellOfMembers(page: Page, request: WorkedCase['request'], id: string): Promise<void> {
  const question = (questions as Readonly<Record<string, Question>>)[id]
  const chosen = [request.household[id] ?? []].flat()
  const opened = question?.kind === 'many' ? Object.entries(question.opens ?? {}).filter(([option]) => chosen.includes(option)) : []
  for (const [option] of opened) await page.locator(`[name="answer"][value="${option}"]`).check()
  const asked = [
    ...(question?.of === 'member' ? [['differ', differing(request, id)] as const] : []),
    ...opened.map(([option, of]) => [`who-${option}`, concerned(request, of)] as const),
  ]
  for (const [name, who] of asked)
    for (const one of who) {
      const place = request.members.findIndex((member) => member.id === one) + 1
      const input = page.locator(`[name="${name}"][value="${place}"]`)
      if ((await input.count()) > 0) await input.check()
    }
}

async function listMembers(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.locator('#name').fill(name)
    await page.locator('button.second[name="do"][value="add"]').click()
    await expect(page.locator('.member-list li').filter({ hasText: name }).first()).toBeVisible()
  }
  await page.locator('button[name="do"][value="done"]').click()
}

/** Answers the question on the page; where the case has no answer, with "not sure". */
async function answerQuestion(page: Page, question: string, answer: Answer | undefined): Promise<void> {
  const before = page.url()
  if (question === 'birth-date' && typeof answer === 'string') {
    const [year = '', month = '', day = ''] = answer.split('-')
    await page.locator('[name="answer-year"]').fill(year)
    await page.locator('[name="answer-month"]').fill(month)
    await page.locator('[name="answer-day"]').fill(day)
  } else for (const option of [answer ?? 'unsure'].flat()) await page.locator(`[name="answer"][value="${option}"]`).check()
  await page.locator('#question button.button').first().click()
  await expect(page).not.toHaveURL(before)
}
