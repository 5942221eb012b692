import { addMonths, type Day } from '#app/domain/day.ts'
import { unsure } from '#app/domain/fields/field.ts'
import { type Household, type Member, readHousehold, withAnswer } from '#app/domain/household.ts'
import type { Answer, Question } from '#app/domain/question.ts'
import { pick, type Random } from '#app/domain/random.ts'
import { questionnaire } from '#app/services/questionnaire.ts'

/** Every question, by its id. */
export const questions: Readonly<Record<string, Question>> = questionnaire.questions

/** An answer of a household (`member` null) or of a member. */
export type Place = { readonly question: string; readonly member: string | null }

const chance = (random: Random, of: number) => random() < of

/** What a question was answered with, where it stands on its own. */
const oneAnswer = (random: Random, question: Question, isSure: boolean): Answer => {
  if (question.kind === 'choice') return !isSure && chance(random, 0.03) ? unsure : pick(random, question.options)
  if (question.kind !== 'many') return unsure
  const first = pick(random, question.options)
  if (question.alone?.includes(first) || chance(random, 0.6)) return [first]
  return [
    ...new Set([
      first,
      pick(
        random,
        question.options.filter((option) => !question.alone?.includes(option)),
      ),
    ]),
  ]
}

/** The school years people of an age are in. */
function schoolYears(age: number): readonly string[] {
  if (age < 6) return ['not-in', 'kindergarten']
  if (age < 12) return ['not-in', 'kindergarten', 'primary', 'primary-6']
  if (age < 16) return ['primary-6', 'junior-12', 'junior-3', 'dropout', 'grad-junior']
  return ['junior-3', 'senior-12', 'senior-3', 'vocational', 'dropout', 'grad-junior', 'grad-senior', ...(age < 18 ? [] : ['college'])]
}

/** What somebody met with, by the option of `anyone` that says so. */
export const met = { jobloss: 'lost-job', injury: 'hurt', 'wage-owed': 'wages-owed' } as const

/** Does an answer agree with what the household said of all? */
export function isCoherent({ answers }: Pick<Household, 'answers'>, question: string, answer: Answer): boolean {
  const option = Object.hasOwn(met, question) ? met[question as keyof typeof met] : undefined
  const { anyone } = answers
  return (
    option === undefined || answer === 'no' || answer === unsure || anyone === undefined || anyone === unsure || anyone.includes(option)
  )
}

/**
 * A household whose answers can all be true together: everything that arises is answered and nothing else; school years fit ages; whose
 * hukou differs answers what follows it; what nobody met with, no member met with. With `also-skipped` what does not arise is answered
 * too, and nothing with "not sure", so that nothing is open but the answers that are taken back.
 */
export function coherentHousehold(random: Random, asOf: Day, which: 'asked' | 'also-skipped' = 'asked'): Household {
  const ages = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, at) =>
    at === 0 ? 18 + Math.floor(random() * 60) : Math.floor(random() * 80),
  )
  const members = ages.map((age, at): Member => {
    const birth = addMonths(asOf, -12 * age - Math.floor(random() * 12))
    return { id: String(at + 1), answers: { 'birth-date': birth, sex: pick(random, ['male', 'female']) } }
  })
  let household: Household = { answers: {}, members }
  const put = (question: string, member: string | null, answer: Answer) => {
    household = withAnswer(household, member, question, answer)
  }
  const asked = (member: string | null, ids: readonly string[]) => {
    for (const id of ids) {
      const question = questions[id] as Question
      const reading = readHousehold(questionnaire, household, asOf)
      const subject = member === null ? reading.household : reading.member(member)
      if (!subject || question.kind === 'birth-date' || id === 'sex') continue
      const skipped = subject.isSkipped(id)
      if (skipped && which === 'asked') continue
      const age = ages[Number(member) - 1] ?? 0
      const answer = id === 'school-stage' ? pick(random, schoolYears(age)) : oneAnswer(random, question, which === 'also-skipped')
      const [plain] = skipped ? ({ work: ['not-working'], 'school-stage': ['not-in'] }[id] ?? []) : []
      put(id, member, plain ?? (isCoherent(household, id, answer) ? answer : 'no'))
    }
  }
  asked(
    null,
    Object.keys(questions).filter((id) => questions[id]?.of === 'household'),
  )
  for (const { id } of members) {
    if (chance(random, 0.15)) asked(id, ['hukou-place'])
    const own = household.members.find((one) => one.id === id)?.answers['hukou-place']
    if (own !== undefined && own !== household.answers['hukou-place']) asked(id, ['stay', 'permit', 'settle-wish'])
    asked(
      id,
      Object.keys(questions).filter((one) => questions[one]?.of === 'member'),
    )
  }
  return household
}

/** Every place a household answered. */
export function placesOf({ answers, members }: Household): Place[] {
  const of = (given: Household['answers'], member: string | null) => Object.keys(given).map((question) => ({ question, member }))
  return [...of(answers, null), ...members.flatMap((one) => of(one.answers, one.id))]
}

const births = (asOf: Day): string[] =>
  [0, 1, 2, 3, 4, 5, 6, 9, 10, 15, 16, 17, 18, 19, 22, 23, 30, 49, 51, 55, 58, 59, 60, 62, 64, 70].flatMap((years) => [
    addMonths(asOf, -12 * years),
    addMonths(asOf, -12 * years - 6),
  ])

/** Every answer a question may get. Of several options: each, and every two. */
export function answersTo(id: string, asOf: Day): readonly Answer[] {
  const question = questions[id] as Question
  switch (question.kind) {
    case 'choice':
      return question.options
    case 'many': {
      const several = question.options.filter((option) => !question.alone?.includes(option))
      return [...question.options.map((one) => [one]), ...several.flatMap((one, at) => several.slice(at + 1).map((other) => [one, other]))]
    }
    case 'birth-date':
      return births(asOf)
    case 'number':
      return []
  }
}
