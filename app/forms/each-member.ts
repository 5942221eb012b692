import { followsHousehold } from '#app/domain/household.ts'
import type { Question } from '#app/domain/question.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import type { Peopled } from './members.ts'

const atOnce = Object.entries<Question>(questionnaire.questions).filter(([, { householdDefault }]) => householdDefault)

/**
 * The answers given at once for all, as each member's own: a form asks every person. The household's answer is none any more, so that
 * somebody who differs and did not say how is asked.
 */
export function withAnswersOfEach({ answers, members }: Peopled): Peopled {
  const ofAll = new Set(atOnce.map(([id]) => id))
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([id]) => !ofAll.has(id))),
    members: members.map(({ differs: _, ...member }, index) => {
      const followed = atOnce.flatMap(([id, question]) => {
        const answer = answers[id]
        const of = members[index]
        return answer !== undefined && of && followsHousehold({ answers, members }, of, question, id) ? [[id, answer] as const] : []
      })
      return { ...member, answers: { ...member.answers, ...Object.fromEntries(followed) } }
    }),
  }
}
