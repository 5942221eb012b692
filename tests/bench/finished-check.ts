import type { Answer } from '#app/domain/question.ts'
import { send } from '#tests/support/built-server.ts'
import { answerOfMost, differing, type workedCase } from '#tests/support/worked-cases.ts'

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** Answers a check of a worked case by posts, also of a build of before; resolves with its cookie. */
export async function cookieFor(port: number, request: ReturnType<typeof workedCase>['request']): Promise<string> {
  const { household, members } = request
  let cookie = ''
  let at = '/zh/check/hukou-place'
  const post = async (body: string) => {
    const answer = await send(port, 'POST', at, { ...form, ...(cookie ? { Cookie: cookie } : {}) }, body)
    cookie = String(answer.headers['set-cookie'] ?? cookie).split(';')[0] ?? cookie
    at = String(answer.headers.location ?? at)
  }
  for (let step = 0; step < 120 && !at.includes('/summary'); step++) {
    const [, , , first = '', second] = at.split('/')
    if (first === 'members') {
      for (const { id } of members) await post(`do=add&name=${id}`)
      await post('do=done')
      continue
    }
    const answers = second ? members[Number(first) - 1] : household
    const answer = answers?.[second ?? first] ?? (second ? undefined : answerOfMost(request, first))
    const differ = second ? [] : differing(request, first).map((id) => members.findIndex((one) => one.id === id) + 1)
    if ((second ?? first) === 'birth-date' && typeof answer === 'string') {
      const [year, month, day] = answer.split('-')
      // The second names are those of builds of before.
      await post(`answer-year=${year}&answer-month=${month}&answer-day=${day}&year=${year}&month=${month}&day=${day}`)
      continue
    }
    const asked = at
    await post([...[answer ?? 'unsure'].flat().map((one) => `answer=${one}`), ...differ.map((place) => `differ=${place}`)].join('&'))
    // An answer another build does not know.
    if (at === asked) await post('answer=unsure')
  }
  return cookie
}

/** A change of one answer, of the household or of a member. */
export type Changed = { readonly question: string; readonly member: string | null; readonly answer: Answer }

/** The cookie of a finished check with one answer changed; undefined where something is to be answered then, or nothing changed. */
export async function changedCookie(port: number, cookie: string, { question, member, answer }: Changed): Promise<string | undefined> {
  const path = `/zh/check/${member === null ? '' : `${member}/`}${question}?then=summary`
  const [year, month, day] = String(answer).split('-')
  const body =
    question === 'birth-date'
      ? `answer-year=${year}&answer-month=${month}&answer-day=${day}&year=${year}&month=${month}&day=${day}`
      : [answer]
          .flat()
          .map((one) => `answer=${one}`)
          .join('&')
  const posted = await send(port, 'POST', path, { ...form, Cookie: cookie }, body)
  const next = String(posted.headers['set-cookie'] ?? '').split(';')[0]
  if (!next || next === cookie) return undefined
  const { status } = await send(port, 'GET', '/zh/check/summary', { Cookie: next })
  return status === 200 ? next : undefined
}
