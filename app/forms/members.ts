import { isLonger } from '#app/domain/characters.ts'
import { type Day, isDay } from '#app/domain/day.ts'
import { type Answers, type Household, type Member, withAnswer } from '#app/domain/household.ts'
import type { Answer } from '#app/domain/question.ts'
import { relativeIn, sexOf } from './relatives.ts'

/** A member of a household: an id that may appear in an address, and the name the resident gives, which may not. */
export type Person = Member & { readonly name: string }

/** The maximum number of members. */
export const mostMembers = 12
/** The longest name, in graphemes. */
export const longestName = 20
/** The longest name as it is stored, in UTF-16 units: one grapheme may have any number of marks. */
export const longestStoredName = longestName * 12

/** The highest id: four digits. */
const highestId = 9999

/** Members, and the household's answers. */
export type Peopled = {
  readonly answers: Answers
  readonly members: readonly Person[]
  /** The highest id given so far, once somebody was removed: a page about them is about nobody else. */
  readonly lastId?: number
}

/** The household without names. What a relative's word says of somebody is an answer, unless they gave another. */
export function householdOf({ answers, members }: Peopled): Household {
  return {
    answers,
    members: members.map(({ name, ...member }) => ({ ...member, answers: { ...saidByRelation(name), ...member.answers } })),
  }
}

/** What a relative's word says: nobody asks it. */
export function saidByRelation(name: string): Answers {
  const relative = relativeIn(name)
  const sex = relative && sexOf(relative)
  return sex === undefined ? {} : { sex }
}

/** The household as it was answered. */
const answered = ({ answers, members }: Peopled): Household => ({ answers, members: members.map(({ name: _, ...member }) => member) })

/** The member with this id; undefined where there is none. */
export function memberOf({ members }: Pick<Peopled, 'members'>, id: string): Person | undefined {
  return members.find((person) => person.id === id)
}

/** The days of birth that are known of them; an age is none. */
export const birthDaysOf = ({ members }: Pick<Peopled, 'members'>): Day[] =>
  members.flatMap(({ answers }) => answers['birth-date'] ?? []).filter((born): born is Day => typeof born === 'string' && isDay(born))

/** With an answer of the household (`member` null) or of a member set, or removed with `undefined`. */
export function withAnswerOf<P extends Peopled>(of: P, member: string | null, question: string, answer: Answer | undefined): P {
  const { answers, members } = withAnswer(answered(of), member, question, answer)
  return { ...of, answers, members: of.members.map((person, index) => ({ ...person, answers: members[index]?.answers ?? {} })) }
}

/** With a member added, whose id nobody had; a name already listed gets a number. Unchanged where the maximum is reached. */
export function withPerson<P extends Peopled>(of: P, name: string): P {
  if (of.members.length >= mostMembers) return of
  return { ...of, members: [...of.members, { id: String(unusedId(of)), name: unusedName(of, name), answers: {} }] }
}

/** Without a member. */
export function withoutPerson<P extends Peopled>(of: P, id: string): P {
  return { ...of, members: of.members.filter((person) => person.id !== id), lastId: lastIdOf(of) }
}

const lastIdOf = ({ members, lastId = 0 }: Peopled): number => Math.max(lastId, ...members.map(({ id }) => Number(id)))

/** After the highest, which takes thousands of removals, the lowest that is free: a fifth digit could not be read again. */
function unusedId(of: Peopled): number {
  let id = lastIdOf(of) + 1
  if (id > highestId) for (id = 1; memberOf(of, String(id)); ) id += 1
  return id
}

/** Is a name longer than one may be? A number added to it, where it is listed already, has room. */
export const isTooLong = (name: string): boolean => name.length > longestStoredName - ' 12'.length || isLonger(name, longestName)

function unusedName({ members }: Peopled, name: string): string {
  const taken = new Set(members.map((person) => person.name))
  if (!taken.has(name)) return name
  let number = 2
  while (taken.has(`${name} ${number}`)) number += 1
  return `${name} ${number}`
}
