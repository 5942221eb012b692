import { paperTextKey } from '#app/cases/folder.ts'
import { evaluate } from '#app/domain/condition.ts'
import type { Day } from '#app/domain/day.ts'
import { readHousehold } from '#app/domain/household.ts'
import { agedAtLeast } from '#app/domain/vocabulary.ts'
import type { Check } from '#app/forms/household-form.ts'
import { householdOf, type Person } from '#app/forms/members.ts'
import { paperName } from '#app/i18n/stored-names.ts'
import { alternatives, type Choice } from '#app/services/alternatives.ts'
import { serviceOn } from '#app/services/index.ts'
import type { NoteId } from '#app/services/notes.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import type { Part, Told } from './result.ts'

/** What is on no sheet unless its reader ticks it: others see the sheet too. @source fact base 2, 9.1 */
export const ticks = ['hardship', 'wages', 'injury', 'disability'] as const
export type Tick = (typeof ticks)[number]

/** The services that tell of it. Of disability only an explanation does. */
const behind: Readonly<Record<string, Tick>> = {
  'social-assistance': 'hardship',
  'temporary-assistance': 'hardship',
  'wage-protection': 'wages',
  'occupational-injury': 'injury',
}

/** Does a service stand on paper where these are ticked? */
const isShown = (service: string, ticked: readonly Tick[]): boolean => {
  const tick = behind[service]
  return tick === undefined || ticked.includes(tick)
}

/** The explanations that tell of it. */
const behindNote: Readonly<Partial<Record<NoteId, readonly Tick[]>>> = { disability: ['disability'], 'child-labour': ['wages', 'injury'] }

/** Does an explanation stand on paper where these are ticked? */
const isNoteShown = (note: string, ticked: readonly Tick[]): boolean =>
  behindNote[note as NoteId]?.some((tick) => ticked.includes(tick)) ?? true

/** The papers that tell of it. */
const behindPaper: Readonly<Record<string, Tick>> = { 'disability-card': 'disability' }

/** Does a paper to bring stand on paper where these are ticked? */
const isPaperShown = (paper: string, ticked: readonly Tick[]): boolean => {
  const tick = behindPaper[paper]
  return tick === undefined || ticked.includes(tick)
}

/** A part of the results as it may stand on paper, without what is not ticked, and without a verdict nothing is left of. */
export const shownOf = (part: Part, ticked: readonly Tick[]): Part => ({
  ...part,
  groups: part.groups.flatMap((group) => {
    const results = group.results.filter(({ service }) => isShown(service, ticked))
    const shown = results.map((told) => ({
      ...told,
      notes: told.notes.filter((note) => isNoteShown(note, ticked)),
      documents: told.documents.filter((paper) => isPaperShown(paper, ticked)),
    }))
    return shown.length === 0 ? [] : [{ ...group, results: shown }]
  }),
})

/** A service on a sheet: for whom, what to do or to say, by keys of texts. */
export type SheetRow = { readonly service: string; readonly names: readonly (string | null)[]; readonly says: readonly string[] }

/** A sheet for the window: of one adult, with what that adult sees to. `name` null: nobody of age is listed. */
export type Sheet = {
  readonly id: string
  readonly name: string | null
  readonly offices: readonly { readonly department: string; readonly rows: readonly SheetRow[] }[]
  /** The papers to bring, each once, by the keys of their texts. */
  readonly papers: readonly string[]
  /** Ids of explanations that were ticked. */
  readonly notes: readonly string[]
}

/**
 * The sheets of a check on a day, one an adult: what can be applied for, asked about, or falls due. What is the household's stands on the first
 * adult's; what is a child's on the second's, of those under 60 where there are two, so that both have one sheet to carry.
 */
export function sheetsOf(check: Check, results: readonly Part[], asOf: Day, ticked: readonly Tick[]): Sheet[] {
  const told = results.flatMap(({ member, groups }) =>
    groups.flatMap((group) =>
      group.results.filter((one) => stands(one, asOf) && isShown(one.service, ticked)).map((one) => ({ member, told: one })),
    ),
  )
  const [adults, young] = adultsOf(check, asOf)
  const carers = young.length > 0 ? young : adults
  const isAdult = (member: string | null) => adults.some(({ id }) => id === member)
  const holder = (member: string | null) => {
    if (isAdult(member)) return member
    return (member === null ? adults[0] : (carers[1] ?? carers[0]))?.id ?? null
  }
  const people: readonly { readonly id: string | null; readonly name: string | null }[] =
    adults.length > 0 ? adults : [{ id: null, name: null }]
  const names = new Map(check.members.map(({ id, name }) => [id, name]))
  return people.flatMap(({ id, name }) => {
    const own = told.filter(({ member }) => holder(member) === id)
    if (own.length === 0) return []
    const rows = own.map(({ member, told: one }) => ({
      told: one,
      name: member === null ? null : (names.get(member) ?? null),
    }))
    return [
      { id: id ?? 'household', name, offices: officesOf(rows, asOf), papers: papersOf(rows, asOf, ticked), notes: notesOf(rows, ticked) },
    ]
  })
}

/** What there is to tick. */
export function offeredIn(results: readonly Part[], asOf: Day): Tick[] {
  const told = results.flatMap(({ groups }) => groups.flatMap((group) => group.results))
  const isThere = (tick: Tick) =>
    told.some((one) => (tick === 'disability' ? one.notes.includes(tick) : behind[one.service] === tick && stands(one, asOf)))
  return ticks.filter(isThere)
}

type Row = { readonly told: Told; readonly name: string | null }

/** Is a result one to take to a window? */
function stands({ service, verdict }: Told, asOf: Day): boolean {
  const { form, fallsDue } = serviceOn(service, asOf) ?? {}
  if (form === undefined) return false
  return verdict === 'eligible' || verdict === 'possible' || (verdict === 'already' && fallsDue === true)
}

/** Everybody who may be of age, and those of them who may be under 60. */
function adultsOf(check: Check, asOf: Day): [readonly Person[], readonly Person[]] {
  const reading = readHousehold(questionnaire, householdOf(check), asOf)
  const isAged = (id: string, years: number) => {
    const subject = reading.member(id)
    return subject && evaluate(agedAtLeast(years), subject).truth
  }
  const adults = check.members.filter(({ id }) => isAged(id, 18) !== 'no')
  return [adults, adults.filter(({ id }) => isAged(id, 60) !== 'yes')]
}

/** The rows by the office one goes to; what is the same for several people is one row. Of what can be had instead only, that is said. */
function officesOf(rows: readonly Row[], asOf: Day): Sheet['offices'] {
  const choices = alternatives.filter(
    ({ sides }: Choice) => sides.filter((side) => rows.some(({ told }) => side.includes(told.service))).length > 1,
  )
  const offices = new Map<string, Map<string, { service: string; names: (string | null)[]; says: readonly string[] }>>()
  for (const { told, name } of rows) {
    const onlyOne = choices.filter(({ sides }: Choice) => sides.flat().includes(told.service)).map(({ id }) => `result:choose.${id}`)
    const [says, department] = [[...saysOf(told), ...onlyOne], serviceOn(told.service, asOf)?.departments[0] ?? '']
    const office = offices.get(department) ?? new Map()
    const key = [told.service, ...says].join(' ')
    const row = office.get(key) ?? { service: told.service, names: [], says }
    row.names.push(name)
    office.set(key, row)
    offices.set(department, office)
  }
  return [...offices].map(([department, office]) => ({ department, rows: [...office.values()] }))
}

/** What is done, or said at the window. */
function saysOf({ service, verdict, deciding }: Told): string[] {
  if (verdict === 'eligible') return [`services/${service}:act`]
  if (verdict === 'already') return [`services/${service}:due`]
  return deciding.filter(({ truth }) => truth === 'unknown').map(({ id }) => `services/${service}:conditions.${id}.ask`)
}

/** The papers by their short names, each once: the same one has the same name wherever a service asks for it. */
function papersOf(rows: readonly Row[], asOf: Day, ticked: readonly Tick[]): string[] {
  const named = rows.flatMap(({ told: { service, verdict, documents } }) => {
    const own = serviceOn(service, asOf)?.documents ?? []
    const papers = own.filter(({ id }) => verdict !== 'already' && documents.includes(id) && isPaperShown(id, ticked))
    return papers.map(({ id, paper }) => paperName(paperTextKey(paper ?? `${service}.${id}`)).k)
  })
  return [...new Set(named)]
}

const notesOf = (rows: readonly Row[], ticked: readonly Tick[]): string[] =>
  ticked.includes('disability') && rows.some(({ told }) => told.notes.includes('disability')) ? ['disability'] : []
