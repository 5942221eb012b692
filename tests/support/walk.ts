import { expect, type Page } from '@playwright/test'
import type { Answer } from '#app/domain/question.ts'
import type { WorkedCase } from './worked-cases.ts'

/** Goes through the self-check as a resident does, question by question, until the summary. Members are named by their ids. */
export async function walkThrough(
  page: Page,
  mode: string,
  { household, members }: WorkedCase['request'],
  names: Readonly<Record<string, string>> = {},
): Promise<void> {
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
      const [question, member] = parts.length === 2 ? [parts[1], members[Number(parts[0]) - 1]] : [parts[0], household]
      await answerQuestion(page, question ?? '', member?.[question ?? ''])
    }
  }
  throw new Error('The self-check does not end')
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
