import { judgeHousehold } from '#app/domain/assessment.ts'
import type { Day } from '#app/domain/day.ts'
import { type Verdict, verdicts } from '#app/domain/verdict.ts'
import type { Check } from '#app/forms/household-form.ts'
import { householdOf } from '#app/forms/members.ts'
import { alternatives, type Choice } from '#app/services/alternatives.ts'
import { serviceById } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { servicesAbout } from './check.ts'
import type { Line } from './result.ts'

/** Lines of which one can be chosen only. */
export type Group = { readonly choice: Choice['id']; readonly member: string | null; readonly lines: readonly Line[] }

/** What one verdict holds for the household or for one member. */
export type PartLines = {
  readonly member: string | null
  readonly name: string | null
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
  /** How many lines can be done now, and how many follow that are asked about or lack something. */
  readonly now: number
  readonly below: number
}

/** The results of a check on a day as lines: by verdict, then by person. What can be had instead only stands together, where the best of it stands. */
export function linesOf(check: Check, only: string | undefined, asOf: Day): ResultLines {
  const judged: readonly Line[] = judgeHousehold(questionnaire, servicesAbout(only, asOf), householdOf(check), asOf)
  const groups = groupsAmong(judged)
  const due = judged.filter(({ service, verdict }) => verdict === 'already' && serviceById(service)?.fallsDue)
  const apart = new Set([...due, ...groups.flatMap(({ lines }) => lines)])
  const people = [{ id: null, name: null }, ...check.members]
  const partsOf = (verdict: Verdict, nothing: boolean, of: readonly { id: string | null; name: string | null }[]): PartLines[] =>
    of
      .map(({ id, name }) => ({
        ...{ member: id, name, nothing },
        groups: groups.filter((group) => group.member === id && bestOf(group) === verdict),
        lines: judged.filter((line) => line.member === id && line.verdict === verdict && !apart.has(line)),
      }))
      .filter((part) => nothing || part.groups.length + part.lines.length > 0)
  const ready = judged.filter(({ verdict }) => verdict === 'eligible')
  const empty = ready.length === 0 ? [] : check.members.filter(({ id }) => !ready.some(({ member }) => member === id))
  const others = people.filter((one) => !empty.some(({ id }) => id === one.id))
  const sections = {
    eligible: [...partsOf('eligible', false, people), ...partsOf('possible', true, empty)],
    possible: partsOf('possible', false, others),
    'not-yet': partsOf('not-yet', false, people),
    already: partsOf('already', false, people),
    'not-applicable': partsOf('not-applicable', false, people),
  }
  return { sections, due, now: ready.length, below: countOf(sections.possible) + countOf(sections['not-yet']) }
}

/** The choices somebody really has: of two sides at least one thing can be applied for, or asked about. */
function groupsAmong(judged: readonly Line[]): Group[] {
  const open = judged.filter(({ verdict }) => verdict === 'eligible' || verdict === 'possible')
  return alternatives.flatMap(({ id, sides }: Choice) => {
    const ofMembers = sides.flat().every((service) => serviceById(service)?.unit === 'member')
    const whose = ofMembers ? [...new Set(open.map(({ member }) => member))] : [null]
    return whose.flatMap((member): Group[] => {
      const found = sides.map((side) => open.filter((line) => side.includes(line.service) && (!ofMembers || line.member === member)))
      return found.filter((lines) => lines.length > 0).length > 1 ? [{ choice: id, member, lines: found.flat() }] : []
    })
  })
}

const bestOf = ({ lines }: Group): Verdict | undefined => verdicts.find((verdict) => lines.some((line) => line.verdict === verdict))

/** How many lines there are in these parts. */
export const countOf = (parts: readonly PartLines[]): number =>
  parts.reduce((sum, { lines, groups }) => sum + lines.length + groups.reduce((all, group) => all + group.lines.length, 0), 0)
