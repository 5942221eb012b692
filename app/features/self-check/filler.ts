import { ageOn, bornBetween, type Day } from '#app/domain/day.ts'
import { isOpen } from '#app/domain/question.ts'
import { answerField, type Check } from '#app/forms/household-form.ts'
import type { Person } from '#app/forms/members.ts'
import type { StepError } from '#app/forms/read-step.ts'
import { offeredName } from '#app/i18n/member-name.ts'
import { type AskedQuestion, inputOf } from './asked-questions.ts'

/** Under this age nobody fills in for themselves. @source fact base 2, 2.6 */
const youngest = 16

/**
 * Why a page of birth dates is refused: a child fills in, or nobody listed is old enough to. From 16 on one may live on wages of one's own;
 * whose age is not known is not refused.
 */
export function fillerErrors(check: Check, asked: readonly AskedQuestion[], asOf: Day): StepError[] {
  const births = asked.filter(({ question }) => question === 'birth-date')
  const [first] = births
  if (!first) return []
  const field = (one: AskedQuestion) => inputOf(one.key, answerField)
  const child = births.find(({ member, name }) => isMyself(name) && check.members.some((one) => one.id === member && isChild(one, asOf)))
  if (child) return [{ key: 'errors:check.filler-too-young', field: field(child) }]
  return check.members.every((one) => isChild(one, asOf)) ? [{ key: 'errors:check.no-adult', field: field(first) }] : []
}

const isMyself = (name: string | null) => name !== null && offeredName(name)?.k === 'check:members.relatives.myself'

/** Is somebody too young, whatever day they were born on? */
function isChild({ answers }: Person, asOf: Day): boolean {
  const birth = answers['birth-date']
  return typeof birth === 'string' && !isOpen(birth) && ageOn(bornBetween(birth)[0], asOf) < youngest
}
