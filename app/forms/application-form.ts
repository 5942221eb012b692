import { evaluate, type Subject } from '#app/domain/condition.ts'
import type { Day } from '#app/domain/day.ts'
import type { Value } from '#app/domain/fields/field.ts'
import { type FormField, type FormStep, valueKey } from '#app/domain/form.ts'
import { type HouseholdReading, readHousehold } from '#app/domain/household.ts'
import { type Block, type BlockId, blocks } from '#app/services/blocks.ts'
import type { Form } from '#app/services/define.ts'
import { serviceById, serviceOn, services, servicesOn } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { householdOf, memberOf, type Peopled } from './members.ts'
import { areShortMessagesOffered } from './short-messages.ts'

/** What a household fills in once for all the services it applies for. */
export type FilledForm = Peopled & {
  /** The member who is the applicant. */
  readonly applicant: string
  /** Values of fields that are no questions, by `valueKey`. */
  readonly values: Readonly<Record<string, Value>>
  /** Steps saved, `block/subject`. */
  readonly seen: readonly string[]
  /** Values from the self-check, or from an earlier application, not reviewed since: `member/question`, or a `valueKey`. */
  readonly filled: readonly string[]
}

/** What a form needs of an application: its number within the folder, the service, the member it is for (null: all). */
export type DraftApplication = { readonly number: number; readonly service: string; readonly member: string | null }

/** The services that can be applied for while they are in force: all that have a form. */
export const applicable = services.filter((service) => formOf(service.id) !== undefined).map(({ id }) => id as string)

/** The services that can be applied for on a day: those in force then. */
export function offeredOn(day: Day): readonly string[] {
  return servicesOn(day).flatMap(({ id, form }) => (form ? [id] : []))
}

/** Can a service be applied for on a day? */
export function isOffered(service: string, day: Day): boolean {
  return serviceOn(service, day)?.form !== undefined
}

/** The form of a service; undefined where it has none, or is unknown. */
export function formOf(service: string): Form | undefined {
  return serviceById(service)?.form
}

/** The verdicts of the answers on a day. */
export function readingOf(form: FilledForm, asOf: Day): HouseholdReading {
  return foundOf(form, asOf).reading
}

/** Cached results about a form. A filled form never changes: it is evaluated once, and its steps are computed once. */
type Found = { readonly reading: HouseholdReading; readonly steps: Map<string, readonly FormStep[]> }

function foundOf(form: FilledForm, asOf: Day): Found {
  const known = readings.get(form)
  if (known?.reading.asOf === asOf) return known
  const found = { reading: readHousehold(questionnaire, householdOf(form), asOf), steps: new Map() }
  readings.set(form, found)
  return found
}

const readings = new WeakMap<FilledForm, Found>()

/** The person an application is mainly about: its member, else the applicant. */
export function personOf({ applicant }: Pick<FilledForm, 'applicant'>, { member }: DraftApplication): string {
  return member ?? applicant
}

/** The subject the conditions of one application are evaluated for; the form's own choices are `own.<field>`. */
export function subjectFor(form: FilledForm, wanted: DraftApplication, asOf: Day): Subject {
  const reading = readingOf(form, asOf)
  return withOwn(reading.member(personOf(form, wanted)) ?? reading.household, form, wanted)
}

/** A subject with the own choices of one application: these always arise, as no rule skips them. */
export function withOwn(subject: Subject, { values }: Pick<FilledForm, 'values'>, { number }: DraftApplication): Subject {
  return {
    ...subject,
    answer: (id) =>
      id.startsWith('own.') ? values[valueKey({ block: 'own', subject: `n${number}` }, id.slice('own.'.length))] : subject.answer(id),
  }
}

/** A subject with what applying for a service says in itself, where it was not answered. */
export function withSaid(subject: Subject, service: string): Subject {
  const says = formOf(service)?.says
  return says ? { ...subject, answer: (id) => subject.answer(id) ?? says[id] } : subject
}

/** The fields shown to a subject: those without a condition, and those whose condition is not `no`. */
function visibleFields(fields: readonly FormField[], subject: Subject): FormField[] {
  return deliverable(fields).filter(
    ({ question, when }) =>
      !(question !== undefined && subject.isSkipped(question)) && (when === undefined || evaluate(when, subject).truth !== 'no'),
  )
}

/** The fields without those that offer short messages, where nobody delivers any. */
export const deliverable = (fields: readonly FormField[]): readonly FormField[] =>
  areShortMessagesOffered() ? fields : fields.filter((field) => field.kind !== 'choice' || !field.needsMobile)

/** The steps of everything applied for, shared blocks once, in order. One with nothing to ask of whom it is about is left out. */
export function stepsOf(form: FilledForm, wanted: readonly DraftApplication[], asOf: Day): readonly FormStep[] {
  const { reading, steps } = foundOf(form, asOf)
  const which = wanted.map(({ number, service, member }) => `${number} ${service} ${member}`).join()
  const found = steps.get(which) ?? stepsFound(form, wanted, asOf, reading)
  steps.set(which, found)
  return found
}

/** The shared blocks in the order they are filled in. */
const blocksInOrder = Object.entries(blocks) as readonly [BlockId, Block][]

function stepsFound(form: FilledForm, wanted: readonly DraftApplication[], asOf: Day, reading: HouseholdReading): FormStep[] {
  const asked = wanted.map((one) => ({ one, form: formOf(one.service) }))
  const shared = blocksInOrder.flatMap(([block, { of, fields }]): FormStep[] => {
    const asking = asked.filter((each) => each.form?.blocks.includes(block))
    if (asking.length === 0) return []
    const stepAbout = (subject: string, member: string): FormStep => ({
      block,
      subject,
      fields: visibleFields(fields, reading.member(member) ?? reading.household),
    })
    if (of === 'folder') return [stepAbout('home', form.applicant)]
    const people = new Set(asking.map(({ one }) => personOf(form, one)))
    if (block === 'person') people.add(form.applicant)
    const inOrder = form.members
      .filter(({ id }) => people.has(id))
      .sort((a, b) => Number(b.id === form.applicant) - Number(a.id === form.applicant))
    return inOrder.map(({ id }) => stepAbout(id, id))
  })
  const own = asked.map(
    ({ one, form: { own = [] } = {} }): FormStep => ({
      block: 'own',
      subject: `n${one.number}`,
      fields: visibleFields(own, subjectFor(form, one, asOf)),
    }),
  )
  return [...shared, ...own].filter(({ fields }) => fields.length > 0)
}

/** Is this a step of what is applied for, whether there is something to ask in it now or not? */
export function mayAsk({ members }: FilledForm, wanted: readonly DraftApplication[], block: string, subject: string): boolean {
  const isSubject = subject === 'home' || members.some(({ id }) => id === subject)
  return wanted.some(({ number, service }) => {
    const form = formOf(service)
    if (block === 'own') return subject === `n${number}` && (form?.own.length ?? 0) > 0
    return isSubject && form?.blocks.some((one) => one === block)
  })
}

/** The application a step with own questions belongs to; undefined for a shared block. */
export function applicationOf<W extends DraftApplication>(wanted: readonly W[], { subject }: Pick<FormStep, 'subject'>): W | undefined {
  return wanted.find(({ number }) => subject === `n${number}`)
}

/** The name of the person a step is about; null where it is about the whole form, or an application of the household. */
export function subjectName(form: FilledForm, wanted: readonly DraftApplication[], step: Pick<FormStep, 'subject'>): string | null {
  const own = applicationOf(wanted, step)
  return memberOf(form, own ? (own.member ?? '') : step.subject)?.name ?? null
}
