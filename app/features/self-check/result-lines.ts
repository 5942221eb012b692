import { judgeHousehold } from '#app/domain/assessment.ts'
import { evaluate } from '#app/domain/condition.ts'
import type { Day } from '#app/domain/day.ts'
import { readHousehold } from '#app/domain/household.ts'
import { isOpen } from '#app/domain/question.ts'
import type { Verdict } from '#app/domain/verdict.ts'
import { belowRetirementAge } from '#app/domain/vocabulary.ts'
import type { Check } from '#app/forms/household-form.ts'
import { householdOf } from '#app/forms/members.ts'
import type { Line } from '#app/forms/result-groups.ts'
import { bestOf, choicesAmong, type Group, rowsByService, wishedAmong } from '#app/forms/result-groups.ts'
import { serviceById } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { reported } from '#app/services/reported.ts'
import { servicesAbout } from './check.ts'

/** What one verdict holds for the household or for one member. */
export type PartLines = {
  readonly member: string | null
  /** What was reported of this person: it stands first. */
  readonly told: readonly Line[]
  readonly groups: readonly Group[]
  readonly lines: readonly Line[]
  /** Has this person nothing they can do now? Then what is worth asking stands here. */
  readonly nothing: boolean
}

/** The results of a check as lines, each once. */
export type ResultLines = {
  readonly sections: Readonly<Record<Verdict, readonly PartLines[]>>
  /** What is held already and falls due. */
  readonly due: readonly Line[]
  /** What is a right, and nothing to apply for: it stands with its promise. */
  readonly rights: readonly Line[]
  /** How many rows can be applied for, and how many are to be asked about or lack something, wherever they stand. */
  readonly now: number
  readonly open: number
}

/**
 * The results of a check on a day as lines: by verdict, then by person. What can be had instead only stands together, where the best of it
 * stands; what a person reported stands first with them, whatever came of it.
 */
export function linesOf(check: Check, only: string | undefined, asOf: Day): ResultLines {
  const services = servicesAbout(only, asOf)
  const judged = jobsLater(judgeHousehold(questionnaire, services, householdOf(check), asOf), check, asOf)
  const groups = [...choicesAmong(judged), ...wishedAmong(judged, services, check, asOf)]
  const rights = judged.filter((line) => isRight(line) && line.verdict !== 'not-applicable')
  const due = judged.filter(({ service, verdict }) => verdict === 'already' && serviceById(service)?.fallsDue)
  const told = judged.filter((line) => isUnsettled(line) && isReported(check, line))
  const apart = new Set([...due, ...rights, ...told, ...groups.flatMap(({ lines }) => lines)])
  const rest = new Map<string, Line[]>()
  for (const line of judged) if (!apart.has(line)) listIn(rest, partKey(line.verdict, line.member)).push(line)
  const people = [{ id: null }, ...check.members]
  const partsOf = (verdict: Verdict, nothing: boolean, of: readonly { id: string | null }[]): PartLines[] =>
    of
      .map(({ id }) => ({
        ...{ member: id, nothing },
        told: verdict === 'eligible' || nothing ? told.filter(({ member }) => member === id) : [],
        groups: groups.filter((group) => group.member === id && bestOf(group) === verdict),
        lines: rest.get(partKey(verdict, id)) ?? [],
      }))
      .filter((part) => nothing || rowsIn(part).length > 0)
  const ready = judged.filter((line) => line.verdict === 'eligible' && !isRight(line))
  const empty = ready.length === 0 ? [] : check.members.filter(({ id }) => !ready.some(({ member }) => member === id))
  const others = people.filter((one) => !empty.some(({ id }) => id === one.id))
  const sections = {
    eligible: [...partsOf('eligible', false, others), ...partsOf('possible', true, empty)],
    possible: partsOf('possible', false, others),
    'not-yet': partsOf('not-yet', false, people),
    already: partsOf('already', false, people),
    'not-applicable': partsOf('not-applicable', false, people),
  }
  const { possible, 'not-yet': notYet, ...byPerson } = sections
  const rows = [...Object.values(byPerson).flat().flatMap(rowsIn), ...closeRows(possible), ...closeRows(notYet)]
  const count = (is: (line: Line) => boolean) => rows.filter(([line]) => line && is(line)).length
  return { sections, due, rights, now: count(({ verdict }) => verdict === 'eligible'), open: count(isUnsettled) }
}

/**
 * The same lines, with help in finding a job after all others where somebody is past retirement age: the law sets no upper limit, but few look
 * for one then. @source fact base, B24
 */
function jobsLater(judged: readonly Line[], check: Check, asOf: Day): readonly Line[] {
  if (!judged.some(({ service, verdict }) => service === jobs && verdict === 'eligible')) return judged
  const reading = readHousehold(questionnaire, householdOf(check), asOf)
  const isLater = ({ service, member }: Line) => {
    const subject = service === jobs && member !== null ? reading.member(member) : undefined
    return subject !== undefined && evaluate(belowRetirementAge, subject).truth === 'no'
  }
  return [...judged.filter((line) => !isLater(line)), ...judged.filter(isLater)]
}

const jobs = 'job-services'
const partKey = (verdict: Verdict, member: string | null) => `${verdict} ${member ?? ''}`

function listIn<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const known = lists.get(key)
  if (known) return known
  const list: Item[] = []
  lists.set(key, list)
  return list
}

/** Is a service a right, which nobody has to apply for? */
const isRight = ({ service }: Line) => serviceById(service)?.form === undefined

/** Is a line to be asked about, or does it lack something? */
const isUnsettled = ({ verdict }: Line) => verdict === 'possible' || verdict === 'not-yet'

/** Did the family report of this member what the service is for? */
function isReported(check: Check, { service, member }: Line): boolean {
  const question = (reported as Readonly<Record<string, string>>)[service]
  const answer = question && check.members.find(({ id }) => id === member)?.answers[question]
  return answer !== undefined && answer !== 'no' && !isOpen(answer)
}

/** The lines of a part as the rows they stand in. */
export const rowsIn = ({ told, groups, lines }: Pick<PartLines, 'told' | 'groups' | 'lines'>): readonly (readonly Line[])[] => [
  ...told.map((line) => [line]),
  ...groups.flatMap((group) => [
    ...group.lines.filter(({ member }) => member === group.member).map((line) => [line]),
    ...rowsByService(group.lines.filter(({ member }) => member !== group.member)),
  ]),
  ...lines.map((line) => [line]),
]

/** The same of what stands close together: lines of several people are one row. */
const closeRows = (parts: readonly PartLines[]) => [
  ...parts.flatMap(({ groups }) => rowsIn({ told: [], groups, lines: [] })),
  ...rowsByService(parts.flatMap(({ lines }) => lines)),
]

/** How many rows there are in these parts. */
export const countOf = (parts: readonly PartLines[]): number => parts.flatMap(rowsIn).length

/** The services these results are about, each once. */
export const servicesIn = ({ sections, due, rights }: ResultLines): string[] => [
  ...new Set([...due, ...rights, ...Object.values(sections).flat().flatMap(rowsIn).flat()].map(({ service }) => service)),
]

/** What tells lines from others: which stand where, without what anybody is called. */
export function keyOf({ due, rights, sections }: ResultLines): string {
  const short = (lines: readonly Line[]) => lines.map(({ service, member, verdict }) => `${service}/${member}/${verdict}`).join()
  const part = ({ member, nothing, told, groups, lines }: PartLines) =>
    [member, nothing, short(told), ...groups.map((group) => `${group.choice}/${group.member}:${short(group.lines)}`), short(lines)].join(
      ';',
    )
  return [short(due), short(rights), ...Object.values(sections).map((parts) => parts.map(part).join('|'))].join('\n')
}
