import { type JudgedService, judgeHousehold } from '#app/domain/assessment.ts'
import type { Day } from '#app/domain/day.ts'
import { withAnswer } from '#app/domain/household.ts'
import { questionsAskedBy, type Verdict, verdicts } from '#app/domain/verdict.ts'
import { alternatives, type Choice } from '#app/services/alternatives.ts'
import type { Service } from '#app/services/define.ts'
import { serviceById } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { householdOf, type Peopled } from './members.ts'

/** A result as one line: for whom, and what it comes to. */
export type Line = { readonly service: string; readonly member: string | null; readonly verdict: Verdict }

/** Lines that stand together under one sentence: those of which one can be chosen only, and those somebody in the household wishes for. */
export type Group = Among & { readonly lines: readonly Line[] }

/** Which of them: the choice, whose text is `result:choose.<choice>`, and whose it is. */
export type Among = { readonly choice: Choice['id'] | 'wished'; readonly member: string | null }

/** The choices somebody really has: of two sides at least one thing can be applied for, or asked about. */
export function choicesAmong(judged: readonly Line[]): Group[] {
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

/**
 * What people are given only since the household wishes for it, where more than one could be meant: the household says what is wished for, and
 * not by whom. It stands with the household, and those who can have it are named beside it.
 */
export function wishedAmong(judged: readonly Line[], services: readonly Service[], check: Peopled, asOf: Day): Group[] {
  const asking = services.filter(({ unit, conditions }) => unit === 'member' && questionsAskedBy(conditions).includes('wishes'))
  if (asking.length === 0) return []
  const unwished: readonly JudgedService[] = judgeHousehold(
    questionnaire,
    asking,
    withAnswer(householdOf(check), null, 'wishes', ['none']),
    asOf,
  )
  const isOpen = ({ verdict }: Line) => verdict !== 'not-applicable' && verdict !== 'already'
  const isWished = (line: Line) =>
    isOpen(line) &&
    unwished.some(({ service, member, verdict }) => service === line.service && member === line.member && verdict === 'not-applicable') &&
    judged.filter((other) => other.service === line.service && isOpen(other)).length > 1
  const wished = judged.filter(isWished)
  return verdicts.flatMap((verdict): Group[] => {
    const lines = wished.filter((line) => line.verdict === verdict)
    return lines.length > 0 ? [{ choice: 'wished', member: null, lines }] : []
  })
}

/** The best verdict of a group: where it stands. */
export const bestOf = ({ lines }: Group): Verdict | undefined => verdicts.find((verdict) => lines.some((line) => line.verdict === verdict))

/** Lines of several people as rows: one for each service and verdict. */
export function rowsByService(lines: readonly Line[]): readonly (readonly Line[])[] {
  const rows = new Map<string, Line[]>()
  for (const line of lines) {
    const key = `${line.service} ${line.verdict}`
    rows.set(key, [...(rows.get(key) ?? []), line])
  }
  return [...rows.values()]
}
