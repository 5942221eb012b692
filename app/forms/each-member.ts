import { followsHousehold } from '#app/domain/household.ts'
import type { Question } from '#app/domain/question.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import type { Peopled } from './members.ts'

const atOnce = Object.entries<Question>(questionnaire.questions).filter(([, { householdDefault }]) => householdDefault)

/** The answers given at once for all, as each member's own: a form asks every person. Those of the household stay as they are. */
export function withAnswersOfEach<P extends Peopled>(of: P): P {
  const { answers } = of
  const members = of.members.map((member) => {
    const followed = atOnce.flatMap(([id, question]) => {
      const answer = answers[id]
      return answer !== undefined && followsHousehold(of, member, question, id) ? [[id, answer] as const] : []
    })
    return followed.length === 0 ? member : { ...member, answers: { ...member.answers, ...Object.fromEntries(followed) } }
  })
  return { ...of, members }
}
