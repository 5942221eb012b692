import { evaluate, type Subject } from '#app/domain/condition.ts'
import type { Day } from '#app/domain/day.ts'
import type { Value } from '#app/domain/fields/field.ts'
import { type FormField, type FormStep, type PaperKey, valueKey, visibleFields, withOwn } from '#app/domain/form.ts'
import { type Answers, type Reading, read } from '#app/domain/household.ts'
import { practicePlace } from '#app/domain/place.ts'
import type { Question } from '#app/domain/question.ts'
import type { Truth } from '#app/domain/truth.ts'
import { householdOf, type Person } from '#app/forms/members.ts'
import { type Block, type BlockId, blocks, papers } from '#app/services/blocks.ts'
import type { Form } from '#app/services/define.ts'
import { questionnaire } from '#app/services/household.ts'
import { serviceById, services } from '#app/services/index.ts'

/** What somebody agreed to: which text, when, in which mode it was read. */
export type Consent = {
  readonly kind: 'general' | 'sensitive' | 'child'
  readonly version: string
  readonly at: string
  readonly mode: string
}

/** A family folder: what a household fills in once for all the services it applies for. Locked in the database. */
export type Folder = {
  /** What the household answered in the self-check, or here. */
  readonly answers: Answers
  readonly members: readonly Person[]
  /** The member who fills it in. */
  readonly applicant: string
  /** What was written into fields that are no questions, by `valueKey`. */
  readonly values: Readonly<Record<string, Value>>
  /** Steps looked at and saved, `block/subject`. */
  readonly seen: readonly string[]
  /** What came from the self-check, or from an earlier application, and nobody has looked at since: `member/question`, or a `valueKey`. */
  readonly filled: readonly string[]
  /** Made up, to practise: it never lies among real ones. */
  readonly practice?: true | undefined
}

/** One application of a folder, as far as its form needs to know. */
export type Wanted = { readonly number: number; readonly service: string; readonly member: string | null }

/** The services that can be applied for: all that have a form. */
export const applicable = services.filter((service) => formOf(service.id) !== undefined).map(({ id }) => id as string)

/** The form of a service; undefined for one that has none, or that there is not. */
export function formOf(service: string): Form | undefined {
  return serviceById(service)?.form
}

/** What the answers of a folder come to on a day. */
export function readingOf(folder: Folder, asOf: Day): Reading {
  return foundOf(folder, asOf).reading
}

/** What was found out about a folder. A folder never changes: it is read once, and its steps are looked for once, however many ask. */
type Found = { readonly reading: Reading; readonly steps: Map<string, readonly FormStep[]> }

function foundOf(folder: Folder, asOf: Day): Found {
  const known = readings.get(folder)
  if (known?.reading.asOf === asOf) return known
  const found = { reading: read(questionnaire, householdOf(folder), asOf), steps: new Map() }
  readings.set(folder, found)
  return found
}

const readings = new WeakMap<Folder, Found>()

/** The county whose hall gets what is handed in from a folder; undefined as long as it does not say where. */
export function countyOf({ practice, values }: Pick<Folder, 'practice' | 'values'>): string | undefined {
  return practice ? practicePlace : values[valueKey({ block: 'address', subject: 'home' }, 'county')]?.toString()
}

/** Whom an application is mainly about: its member, else whoever fills the folder in. */
export function personOf(folder: Folder, { member }: Wanted): string {
  return member ?? folder.applicant
}

/** The subject the conditions of one application are evaluated for. */
export function subjectFor(folder: Folder, wanted: Wanted, asOf: Day): Subject {
  const reading = readingOf(folder, asOf)
  const subject = reading.member(personOf(folder, wanted)) ?? reading.household
  return withOwn(subject, (field) => folder.values[valueKey({ block: 'own', subject: `n${wanted.number}` }, field)])
}

/** The steps of everything applied for, shared blocks once, in the order they are filled in. */
export function stepsOf(folder: Folder, wanted: readonly Wanted[], asOf: Day): readonly FormStep[] {
  const { reading, steps } = foundOf(folder, asOf)
  const which = wanted.map(({ number, service, member }) => `${number} ${service} ${member}`).join()
  const found = steps.get(which) ?? stepsFound(folder, wanted, asOf, reading)
  steps.set(which, found)
  return found
}

function stepsFound(folder: Folder, wanted: readonly Wanted[], asOf: Day, reading: Reading): FormStep[] {
  const shared = (Object.entries(blocks) as [BlockId, Block][]).flatMap(([block, { of, fields }]): FormStep[] => {
    const asking = wanted.filter((one) => formOf(one.service)?.blocks.includes(block))
    if (asking.length === 0) return []
    if (of === 'folder')
      return [{ block, subject: 'home', fields: visibleFields(fields, reading.member(folder.applicant) ?? reading.household) }]
    const people = new Set(asking.map((one) => personOf(folder, one)))
    if (block === 'person') people.add(folder.applicant)
    const inOrder = folder.members
      .filter(({ id }) => people.has(id))
      .sort((a, b) => Number(b.id === folder.applicant) - Number(a.id === folder.applicant))
    return inOrder.map(({ id }) => ({ block, subject: id, fields: visibleFields(fields, reading.member(id) ?? reading.household) }))
  })
  const own = wanted.flatMap((one): FormStep[] => {
    const fields = visibleFields(formOf(one.service)?.own ?? [], subjectFor(folder, one, asOf))
    return fields.length > 0 ? [{ block: 'own', subject: `n${one.number}`, fields }] : []
  })
  return [...shared, ...own]
}

/** Who answers a question in a step: a member, or null for the household. */
export function answererOf(folder: Folder, wanted: readonly Wanted[], step: FormStep, question: string): string | null {
  if ((questionnaire.questions as Record<string, Question>)[question]?.of === 'household') return null
  if (step.subject === 'home') return folder.applicant
  const own = wanted.find(({ number }) => step.subject === `n${number}`)
  return own ? personOf(folder, own) : step.subject
}

/** What stands in a field; undefined where nothing does. */
export function valueIn(folder: Folder, wanted: readonly Wanted[], step: FormStep, field: FormField): Value | undefined {
  if (field.question === undefined) return folder.values[valueKey(step, field.id)]
  const member = answererOf(folder, wanted, step, field.question)
  return (member === null ? folder.answers : folder.members.find(({ id }) => id === member)?.answers)?.[field.question]
}

/** Does what stands in a field come from before, while nobody has looked at it here? */
export function isFilledIn(folder: Folder, wanted: readonly Wanted[], step: FormStep, field: FormField): boolean {
  if (field.question === undefined) return folder.filled.includes(valueKey(step, field.id))
  return folder.filled.includes(`${answererOf(folder, wanted, step, field.question) ?? 'home'}/${field.question}`)
}

/** Everything that stands in a folder, as `filled` names it. */
export function knownIn({ answers, members, values }: Pick<Folder, 'answers' | 'members' | 'values'>): string[] {
  return [
    ...Object.keys(answers).map((question) => `home/${question}`),
    ...members.flatMap(({ id, answers: own }) => Object.keys(own).map((question) => `${id}/${question}`)),
    ...Object.keys(values),
  ]
}

/** The folder without what only one application was told. */
export function withoutOwn(folder: Folder, number: number): Folder {
  const place = `own/n${number}`
  const others = Object.entries(folder.values).filter(([key]) => !key.startsWith(`${place}/`))
  return { ...folder, values: Object.fromEntries(others), seen: folder.seen.filter((one) => one !== place) }
}

/** Has a step been saved, with everything in it that may not stay empty? */
export function isDone(folder: Folder, wanted: readonly Wanted[], step: FormStep): boolean {
  return folder.seen.includes(`${step.block}/${step.subject}`) && step.fields.every((field) => !lacks(folder, wanted, step, field))
}

function lacks(folder: Folder, wanted: readonly Wanted[], step: FormStep, field: FormField): boolean {
  return field.optional !== true && valueIn(folder, wanted, step, field) === undefined
}

/** A paper asked for: which, of whom, and by which applications. */
export type Paper = {
  readonly key: PaperKey
  /** The key of its words. */
  readonly words: string
  /** The member it is of; null: the whole folder, or one application. */
  readonly member: string | null
  readonly numbers: readonly number[]
}

/** The papers of everything applied for, those several services ask for once. */
export function papersOf(folder: Folder, wanted: readonly Wanted[], asOf: Day): Paper[] {
  const found = new Map<PaperKey, Paper>()
  for (const one of wanted) {
    const subject = subjectFor(folder, one, asOf)
    for (const { id, paper, when } of serviceById(one.service)?.documents ?? []) {
      if (when && evaluate(when, subject).truth === 'no') continue
      const member = paper && papers[paper] === 'person' ? personOf(folder, one) : null
      const key = paper ? `${paper}~${member ?? 'home'}` : `${one.service}.${id}~n${one.number}`
      const before = found.get(key)
      found.set(
        key,
        before ? { ...before, numbers: [...before.numbers, one.number] } : { key, words: paperWords(key), member, numbers: [one.number] },
      )
    }
  }
  return [...found.values()]
}

/** The key of the words of a paper: a shared one, or one of a service's own. */
export function paperWords(key: PaperKey): string {
  const [paper = ''] = key.split('~')
  const [service, own] = paper.split('.')
  return own === undefined ? `forms:papers.${paper}` : `services/${service}:documents.${own}`
}

/** The member with this id; undefined where there is none. */
export function memberOf(folder: Folder, id: string): Person | undefined {
  return folder.members.find((person) => person.id === id)
}

/** The name of whom a step is about; null where it is about the folder, or an application for the household. */
export function nameOf(folder: Folder, wanted: readonly Wanted[], { subject }: Pick<FormStep, 'subject'>): string | null {
  const own = wanted.find(({ number }) => subject === `n${number}`)
  return memberOf(folder, own ? (own.member ?? '') : subject)?.name ?? null
}

/** What a person is called: as the form says, else as the household calls them. */
export function calledIn(folder: Folder, id: string): string {
  const written = folder.values[valueKey({ block: 'person', subject: id }, 'name')]
  return typeof written === 'string' ? written : (memberOf(folder, id)?.name ?? '')
}

/**
 * Does what is applied for need a guardian's consent: is it about somebody who is under 14 or may be, or does the household
 * list such a child? Whoever fills it in needs none. Source: Personal Information Protection Law 31.
 */
export function isAboutChild(folder: Folder, wanted: readonly Wanted[], asOf: Day): boolean {
  const over14 = (id: string): Truth => {
    const subject = readingOf(folder, asOf).member(id)
    return !subject || id === folder.applicant ? 'yes' : evaluate({ op: 'aged', years: 14, on: 'today' }, subject).truth
  }
  const listed = stepsOf(folder, wanted, asOf)
    .filter(({ block }) => block === 'household')
    .flatMap((step) => folder.values[valueKey(step, 'people')] ?? [])
  return wanted.some((one) => over14(personOf(folder, one)) !== 'yes') || listed.some((id) => over14(id) === 'no')
}
