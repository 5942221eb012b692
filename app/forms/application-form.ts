import { evaluate, type Subject } from '#app/domain/condition.ts'
import type { Day } from '#app/domain/day.ts'
import type { Value } from '#app/domain/fields/field.ts'
import { kindOf, parseField, typedValue } from '#app/domain/fields/index.ts'
import { type FormField, type FormStep, valueKey } from '#app/domain/form.ts'
import { type HouseholdReading, readHousehold } from '#app/domain/household.ts'
import { practicePlace } from '#app/domain/place.ts'
import type { Question } from '#app/domain/question.ts'
import { type Block, type BlockId, blocks } from '#app/services/blocks.ts'
import type { Form } from '#app/services/define.ts'
import { questionnaire } from '#app/services/household.ts'
import { serviceById, services, servicesOn } from '#app/services/index.ts'
import { countyCodes } from '#app/services/places.ts'
import { householdOf, memberOf, type Peopled } from './members.ts'

/** What a household fills in once for all the services it applies for. */
export type FilledForm = Peopled & {
  /** The member who fills it in. */
  readonly applicant: string
  /** What was written into fields that are no questions, by `valueKey`. */
  readonly values: Readonly<Record<string, Value>>
  /** Steps looked at and saved, `block/subject`. */
  readonly seen: readonly string[]
  /** What came from the self-check, or from an earlier application, and nobody has looked at since: `member/question`, or a `valueKey`. */
  readonly filled: readonly string[]
}

/** One application, as far as its form needs to know: its number within the folder, the service, the member it is for (null: all). */
export type DraftApplication = { readonly number: number; readonly service: string; readonly member: string | null }

/** The services that can be applied for while they are in force: all that have a form. */
export const applicable = services.filter((service) => formOf(service.id) !== undefined).map(({ id }) => id as string)

/** The services that can be applied for on a day: those in force then. */
export function offeredOn(day: Day): readonly string[] {
  return servicesOn(day).flatMap(({ id, form }) => (form ? [id] : []))
}

/** The form of a service; undefined for one that has none, or that there is not. */
export function formOf(service: string): Form | undefined {
  return serviceById(service)?.form
}

/** What the answers come to on a day. */
export function readingOf(form: FilledForm, asOf: Day): HouseholdReading {
  return foundOf(form, asOf).reading
}

/** What was found out about a form. A filled form never changes: it is read once, and its steps are looked for once, however many ask. */
type Found = { readonly reading: HouseholdReading; readonly steps: Map<string, readonly FormStep[]> }

function foundOf(form: FilledForm, asOf: Day): Found {
  const known = readings.get(form)
  if (known?.reading.asOf === asOf) return known
  const found = { reading: readHousehold(questionnaire, householdOf(form), asOf), steps: new Map() }
  readings.set(form, found)
  return found
}

const readings = new WeakMap<FilledForm, Found>()

/** Whom an application is mainly about: its member, else whoever fills the form in. */
export function personOf({ applicant }: Pick<FilledForm, 'applicant'>, { member }: DraftApplication): string {
  return member ?? applicant
}

/** The subject the conditions of one application are evaluated for; a form's own choices answer as `own.<field>`. */
export function subjectFor(form: FilledForm, wanted: DraftApplication, asOf: Day): Subject {
  const reading = readingOf(form, asOf)
  return withOwn(reading.member(personOf(form, wanted)) ?? reading.household, form, wanted)
}

/** A subject that also answers for the own choices of one application. */
export function withOwn(subject: Subject, { values }: Pick<FilledForm, 'values'>, { number }: DraftApplication): Subject {
  const own = (id: string) => (id.startsWith('own.') ? id.slice(4) : undefined)
  return {
    asOf: subject.asOf,
    answer(id) {
      const field = own(id)
      return field === undefined ? subject.answer(id) : values[valueKey({ block: 'own', subject: `n${number}` }, field)]
    },
    isSkipped: (id) => own(id) === undefined && subject.isSkipped(id),
  }
}

/** The fields shown to a subject: those without a condition, and those whose condition is not no. */
function visibleFields(fields: readonly FormField[], subject: Subject): FormField[] {
  return fields.filter(
    ({ question, when }) =>
      !(question !== undefined && subject.isSkipped(question)) && (when === undefined || evaluate(when, subject).truth !== 'no'),
  )
}

/** The steps of everything applied for, shared blocks once, in the order they are filled in. */
export function stepsOf(form: FilledForm, wanted: readonly DraftApplication[], asOf: Day): readonly FormStep[] {
  const { reading, steps } = foundOf(form, asOf)
  const which = wanted.map(({ number, service, member }) => `${number} ${service} ${member}`).join()
  const found = steps.get(which) ?? stepsFound(form, wanted, asOf, reading)
  steps.set(which, found)
  return found
}

function stepsFound(form: FilledForm, wanted: readonly DraftApplication[], asOf: Day, reading: HouseholdReading): FormStep[] {
  const shared = (Object.entries(blocks) as [BlockId, Block][]).flatMap(([block, { of, fields }]): FormStep[] => {
    const asking = wanted.filter((one) => formOf(one.service)?.blocks.includes(block))
    if (asking.length === 0) return []
    const stepAbout = (subject: string, member: string): FormStep => ({
      ...{ block, subject },
      fields: visibleFields(fields, reading.member(member) ?? reading.household),
    })
    if (of === 'folder') return [stepAbout('home', form.applicant)]
    const people = new Set(asking.map((one) => personOf(form, one)))
    if (block === 'person') people.add(form.applicant)
    const inOrder = form.members
      .filter(({ id }) => people.has(id))
      .sort((a, b) => Number(b.id === form.applicant) - Number(a.id === form.applicant))
    return inOrder.map(({ id }) => stepAbout(id, id))
  })
  const own = wanted.flatMap((one): FormStep[] => {
    const fields = visibleFields(formOf(one.service)?.own ?? [], subjectFor(form, one, asOf))
    return fields.length > 0 ? [{ block: 'own', subject: `n${one.number}`, fields }] : []
  })
  return [...shared, ...own]
}

/** The application whose own questions a step asks; undefined for a shared block. */
export function applicationOf<W extends DraftApplication>(wanted: readonly W[], { subject }: Pick<FormStep, 'subject'>): W | undefined {
  return wanted.find(({ number }) => subject === `n${number}`)
}

/** Who answers a question in a step: a member, or null for the household. */
export function answererOf(
  form: FilledForm,
  wanted: readonly DraftApplication[],
  step: Pick<FormStep, 'subject'>,
  question: string,
): string | null {
  if ((questionnaire.questions as Record<string, Question>)[question]?.of === 'household') return null
  if (step.subject === 'home') return form.applicant
  const own = applicationOf(wanted, step)
  return own ? personOf(form, own) : step.subject
}

/** What stands in a field; undefined where nothing does. */
export function valueIn(form: FilledForm, wanted: readonly DraftApplication[], step: FormStep, field: FormField): Value | undefined {
  if (field.question === undefined) return form.values[valueKey(step, field.id)]
  const member = answererOf(form, wanted, step, field.question)
  return (member === null ? form.answers : memberOf(form, member)?.answers)?.[field.question]
}

/** Does what stands in a field come from before, while nobody has looked at it here? */
export function isFilledIn(form: FilledForm, wanted: readonly DraftApplication[], step: FormStep, field: FormField): boolean {
  if (field.question === undefined) return form.filled.includes(valueKey(step, field.id))
  return form.filled.includes(answerKey(answererOf(form, wanted, step, field.question), field.question))
}

/** How `filled` names an answer of the household (null) or of a member. */
export const answerKey = (member: string | null, question: string) => `${member ?? 'home'}/${question}`

/** Everything that stands in a form, as `filled` names it. */
export function knownIn({ answers, members, values }: Pick<FilledForm, 'answers' | 'members' | 'values'>): string[] {
  return [
    ...Object.keys(answers).map((question) => answerKey(null, question)),
    ...members.flatMap(({ id, answers: own }) => Object.keys(own).map((question) => answerKey(id, question))),
    ...Object.keys(values),
  ]
}

/** What only one application was told becomes what another one is told, to be looked at again. */
export function withOwnMoved<F extends FilledForm>(form: F, from: number, to: number): F {
  const [before, place] = [`own/n${from}/`, `own/n${to}/`]
  const moved = Object.keys(form.values).filter((key) => key.startsWith(before))
  const renamed = (key: string) => (key.startsWith(before) ? place + key.slice(before.length) : key)
  return {
    ...form,
    values: Object.fromEntries(Object.entries(form.values).map(([key, value]) => [renamed(key), value])),
    seen: form.seen.filter((one) => one !== `own/n${from}`),
    filled: [...form.filled.filter((key) => !key.startsWith(before)), ...moved.map(renamed)],
  }
}

/** The form without what only one application was told. */
export function withoutOwn<F extends FilledForm>(form: F, number: number): F {
  const place = `own/n${number}`
  const others = Object.entries(form.values).filter(([key]) => !key.startsWith(`${place}/`))
  return { ...form, values: Object.fromEntries(others), seen: form.seen.filter((one) => one !== place) }
}

/** Has a step been saved, with everything in it that may not stay empty, and nothing in it that is not taken any more? */
export function isDone(form: FilledForm, wanted: readonly DraftApplication[], step: FormStep, asOf: Day): boolean {
  if (!form.seen.includes(`${step.block}/${step.subject}`)) return false
  return step.fields.every((field) => {
    const value = valueIn(form, wanted, step, field)
    return value === undefined ? field.optional === true : isTaken(form, field, value, asOf)
  })
}

/** Is what stands in a field taken today as well? What a draft holds was taken when it was saved; options and counties go. */
export function isTaken({ members }: Pick<FilledForm, 'members'>, field: FormField, value: Value, asOf: Day): boolean {
  const around = { asOf, counties, people: members.map(({ id }) => id) }
  return kindOf(field).holds(value, field, around) && parseField(field, typedValue(field, value, asOf), around).ok
}

/** The counties that may stand in a form: nobody can choose the one of practice, and what is made up stands in it. */
const counties: ReadonlySet<string> = new Set([...countyCodes, practicePlace])

/** The next step still to be done: after the one just left, else from the beginning; undefined where everything is done. */
export function nextStep(form: FilledForm, wanted: readonly DraftApplication[], asOf: Day, left?: Pick<FormStep, 'block' | 'subject'>) {
  const steps = stepsOf(form, wanted, asOf)
  const index = steps.findIndex(({ block, subject }) => block === left?.block && subject === left.subject)
  return [...steps.slice(index + 1), ...steps.slice(0, Math.max(index, 0))].find((one) => !isDone(form, wanted, one, asOf))
}

/** The name of whom a step is about; null where it is about the whole form, or an application for the household. */
export function subjectName(form: FilledForm, wanted: readonly DraftApplication[], step: Pick<FormStep, 'subject'>): string | null {
  const own = applicationOf(wanted, step)
  return memberOf(form, own ? (own.member ?? '') : step.subject)?.name ?? null
}
