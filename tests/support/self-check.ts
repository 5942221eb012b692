import type { Answer } from '#app/domain/question.ts'
import type { Resident } from './resident.ts'
import { answerOfMost, differing, type WorkedCase } from './worked-cases.ts'

/** Answers the self-check of a worked case by posts, until the summary. Members are named by their ids. `onPage`: before one is answered. */
export async function answerAll(
  one: Resident,
  mode: string,
  request: WorkedCase['request'],
  onPage?: (path: string) => Promise<void>,
): Promise<void> {
  const { household, members } = request
  await one.post(`/${mode}/check/hukou-place`, fieldsFor('hukou-place', household['hukou-place']))
  for (let step = 0; step < 200; step++) {
    const path = one.at()
    const [, , , first = '', second] = path.split('?')[0]?.split('/') ?? []
    if (first === 'summary') return
    await onPage?.(path)
    if (first === 'members') {
      for (const { id } of members) await one.post(path, { do: 'add', name: id })
      await one.post(path, { do: 'done' })
    } else {
      const { status } = await one.post(
        path,
        second === undefined ? fieldsForAll(request, first) : fieldsFor(second, members[Number(first) - 1]?.[second]),
      )
      if (status !== 303 && status !== 302) throw new Error(`${path} answers ${status}`)
    }
  }
  throw new Error('The self-check does not end')
}

/** The fields of a question of the household; of one asked once of all members, who differs too. */
function fieldsForAll(request: WorkedCase['request'], question: string): Record<string, string | readonly string[]> {
  const own = request.household[question]
  if (own !== undefined) return fieldsFor(question, own)
  const differ = differing(request, question).map((id) => String(request.members.findIndex((one) => one.id === id) + 1))
  return { ...fieldsFor(question, answerOfMost(request, question)), differ }
}

/** The fields of an answer; of none, "not sure". */
function fieldsFor(question: string, answer: Answer | undefined): Record<string, string | readonly string[]> {
  if (question !== 'birth-date' || typeof answer !== 'string') return { answer: answer ?? 'unsure' }
  const [year = '', month = '', day = ''] = answer.split('-')
  return { 'answer-year': year, 'answer-month': month, 'answer-day': day }
}
