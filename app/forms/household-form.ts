import type { Day } from '#app/domain/day.ts'
import type { TypedField, Value } from '#app/domain/fields/field.ts'
import type { FormField } from '#app/domain/form.ts'
import type { Question } from '#app/domain/question.ts'
import type { Service } from '#app/services/define.ts'
import { countyCodes } from '#app/services/places.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { questionTexts } from './field-texts.ts'
import { interview, isAfterMembers, type Step } from './interview.ts'
import { householdOf, type Peopled, saidByRelation, withAnswerOf, withPerson } from './members.ts'
import { countyAnswer, type OutdatedCheckAnswer, withoutOutdated } from './outdated-check.ts'
import { parseStep, type StepError } from './read-step.ts'

/** A self-check: members, answers, and the county of residence, where given. */
export type Check = Peopled & {
  /** Which check it is, from the first answer stored on: ids of members are of one check only. One of before has none until it is answered on. */
  readonly id?: string
  /** Six-digit code. */
  readonly county?: string
  /** Has the resident said that every member is listed? */
  readonly rosterDone: boolean
  /** Answers stored before that are not valid any more. */
  readonly outdated?: readonly OutdatedCheckAnswer[]
}

/** An empty check. */
export const emptyCheck: Check = { answers: {}, members: [], rosterDone: false }

/** The id of the question's field on a page of the self-check, and the name of its inputs. */
export const answerField = 'answer'

/** The county is asked for beside this question: no result needs it, so it may stay empty. */
export const placeQuestion = 'live-place'

/** Whom the page of a question is about: one member, or the household (`member` null) with these members, by their ids. */
export type About = { readonly member: string | null; readonly people: readonly string[] }

/** The id of the field for the members who differ from what is said of most, on the page of a question that is asked once of all. */
export const differField = 'differ'

/** The id of the field for the members an option is about: that option opens a question of members. */
export const whoField = (option: string) => `who-${option}`

/** The questions of members that options of a question open, by option; none where there are not two members to tell apart. */
export function openedBy(question: Question, { member, people }: About): readonly (readonly [option: string, question: string])[] {
  return question.kind === 'many' && question.opens && member === null && people.length > 1 ? Object.entries(question.opens) : []
}

/** The fields of a question. A birth date is typed into one. */
export function fieldsOf(id: string, question: Question, about: About): FormField[] {
  const asked = { ...(question.kind === 'birth-date' ? ({ kind: 'birth-text', unsure: true } as const) : question), id: answerField }
  const some = { kind: 'people', optional: true } as const
  if (id === placeQuestion) return [asked, { id: 'county', kind: 'county', optional: true }]
  if (question.of === 'member' && about.member === null) return [asked, { ...some, id: differField }]
  return [asked, ...openedBy(question, about).map(([option]) => ({ ...some, id: whoField(option) }))]
}

/**
 * The check with what was typed into the fields of a question, for a member or the household (null); or the errors. `name`: what the
 * inputs of a field are called.
 */
export function withQuestion(
  check: Check,
  about: About,
  id: string,
  question: Question,
  typed: Readonly<Record<string, TypedField>>,
  asOf: Day,
  name: (field: string) => string = (field) => field,
): { readonly check: Check; readonly errors: readonly StepError[] } {
  const { member, people } = about
  const around = { asOf, counties: countyCodes, people }
  const { values, errors } = parseStep(fieldsOf(id, question, about), typed, {
    ...{ around, name: (field) => name(field.id) },
    optionsAt: () => questionTexts(id).options,
    labelAt: () => questionTexts(id).label,
  })
  const chosen = [values[answerField] ?? []].flat()
  const unsaid = openedBy(question, about).flatMap(([option]): StepError[] =>
    (values[whoField(option)]?.length ?? 0) > 0 && !chosen.includes(option)
      ? [{ key: 'errors:check.who-without-option', field: name(whoField(option)) }]
      : [],
  )
  if (errors.length + unsaid.length > 0) return { check, errors: [...errors, ...unsaid] }
  const next = withoutOutdated(withAnswerOf(check, member, id, values[answerField]), member, id)
  if (question.of === 'member' && member === null) return { check: withDiffering(next, id, [values[differField] ?? []].flat()), errors }
  const opened = openedBy(question, about).filter(([option]) => chosen.includes(option))
  if (id !== placeQuestion)
    return { check: opened.reduce((sum, [option, of]) => withConcerned(sum, of, [values[whoField(option)] ?? []].flat()), next), errors }
  const { county: _before, ...rest } = withoutOutdated(next, member, countyAnswer)
  return { check: typeof values.county === 'string' ? { ...rest, county: values.county } : rest, errors }
}

/** What stands in the fields of the page of a question; undefined: nothing. */
export function givenOn(check: Check, about: About, id: string, question: Question): Readonly<Record<string, Value | undefined>> {
  const answer = about.member === null ? check.answers[id] : check.members.find((person) => person.id === about.member)?.answers[id]
  const differing = check.members.filter((person) => person.differs?.includes(id) || person.answers[id] !== undefined)
  const who = openedBy(question, about).map(([option, of]) => {
    const isKnown = [answer].flat().includes(option) && check.members.some(({ answers }) => answers[of] === notConcerned)
    return [whoField(option), isKnown ? check.members.flatMap((one) => (one.answers[of] === notConcerned ? [] : [one.id])) : []]
  })
  return { [answerField]: answer, county: check.county, [differField]: differing.map((one) => one.id), ...Object.fromEntries(who) }
}

/** With these members differing from what is said of most: they are asked themselves, the others not. */
function withDiffering(check: Check, question: string, differing: readonly string[]): Check {
  const members = check.members.map((person) => {
    const { differs = [], answers, ...rest } = person
    const others = differs.filter((one) => one !== question)
    if (differing.includes(person.id)) return { ...rest, answers, differs: [...others, question] }
    const { [question]: _, ...remaining } = answers
    return { ...rest, answers: remaining, ...(others.length > 0 ? { differs: others } : {}) }
  })
  return { ...check, members }
}

/** The answer of a member an option of the household is not about. */
const notConcerned = 'no'

/** Is an answer of a member what was said at once of all whom an option of the household is not about? They have no page for it in turn. */
export function isSaidAtOnce({ answers, members }: Check, { question, member }: Pick<Step, 'question' | 'member'>): boolean {
  if (members.find(({ id }) => id === member)?.answers[question] !== notConcerned) return false
  return Object.entries(questionnaire.questions as Readonly<Record<string, Question>>).some(
    ([id, { kind, ...asked }]) =>
      kind === 'many' && 'opens' in asked && [answers[id] ?? []].flat().some((option) => asked.opens?.[option] === question),
  )
}

/** With these members concerned: they are asked, the others answer no. Where nobody is named, each is asked. */
function withConcerned(check: Check, question: string, concerned: readonly string[]): Check {
  return check.members.reduce((sum, { id, answers }) => {
    if (concerned.length > 0 && !concerned.includes(id)) return withAnswerOf(sum, id, question, notConcerned)
    return answers[question] === notConcerned ? withAnswerOf(sum, id, question, undefined) : sum
  }, check)
}

/** With a member added. What was said of most was not said of them: they are asked themselves. */
export function withNewMember(check: Check, name: string): Check {
  const differs = Object.keys(check.answers).filter((id) => questionBy(id)?.of === 'member')
  const { members } = withPerson(check, name)
  const [before, added] = [members.slice(0, check.members.length), members.slice(check.members.length)]
  return { ...check, members: [...before, ...added.map((person) => (differs.length > 0 ? { ...person, differs } : person))] }
}

/** A placeholder member: while none is listed, the household is asked what anyone's result could need. */
const anyone = { id: '?', answers: {} }

/** The applicable questions of these services, in order, answered ones included. */
export function questionsOf(check: Check, about: readonly Service[], asOf: Day): Step[] {
  const household = householdOf(check)
  const asked = check.rosterDone ? household : { ...household, members: [...household.members, anyone] }
  const isListed = check.rosterDone || !about.some(({ unit }) => unit === 'member')
  return interview(questionnaire, about, asked, asOf).filter(
    ({ question, member }) =>
      member !== anyone.id &&
      (isListed || member !== null || !isAfterMembers(questionBy(question))) &&
      !isSaidByRelation(check, question, member),
  )
}

/** Does a relative's word say it, so that there is nothing to ask nor to look over? */
function isSaidByRelation({ members }: Check, question: string, member: string | null): boolean {
  const person = members.find(({ id }) => id === member)
  return person !== undefined && person.answers[question] === undefined && Object.hasOwn(saidByRelation(person.name), question)
}

const questionBy = (id: string) => (questionnaire.questions as Readonly<Record<string, Question>>)[id] as Question

/** The next page: a question still open, the list of members, or none (null). Services of households alone need no list. */
export function nextOf(check: Check, about: readonly Service[], asOf: Day): Step | 'members' | null {
  const open = questionsOf(check, about, asOf).filter((step) => !step.answered)
  const isFirst = ({ member, question }: Step) => member === null && !isAfterMembers(questionBy(question))
  const listed = check.rosterDone || !about.some(({ unit }) => unit === 'member')
  return open.find(isFirst) ?? (listed ? (open[0] ?? null) : 'members')
}
