import { json, redirect } from '@remix-run/node'
import { keep, type OpenFolder } from '#app/cases/folder.server.ts'
import { answererOf, type Folder, formOf, isDone, isFilledIn, nameOf, stepsOf, valueIn, type Wanted } from '#app/cases/folder.ts'
import { householdOf } from '#app/cases/people.ts'
import { serviceOf } from '#app/cases/submission.ts'
import { confirm, isOneScreen, saved, together, typedTogether } from '#app/cases/together.server.ts'
import { parseAnswer, type RawAnswer } from '#app/domain/answer.ts'
import { withAnswer } from '#app/domain/assessment.ts'
import { ageOn, bornBetween, type Day } from '#app/domain/day.ts'
import { type Field, type RawField, readField, type Value } from '#app/domain/field.ts'
import { type FormStep, valueKey } from '#app/domain/form.ts'
import { birthOfIdentity, isMobile, sexOfIdentity } from '#app/domain/identity.ts'
import { type Answer, isOpen, type Question } from '#app/domain/question.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { questionnaire } from '#app/services/household.ts'
import { countyCodes } from '#app/services/places.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { idOf, type TypedField as Typed } from '#app/ui/field-frame.tsx'
import type { StoredApplication } from '#db/applications.server.ts'
import { noteLooks, numbersAmong } from '../client-looks.server.ts'
import { fillerAt } from '../client-session.server.ts'
import { folderAt } from '../open-folder.server.ts'
import { modeOf, placeOf, today } from '../page-data.ts'
import { switchMode } from '../switch-mode.server.ts'

type Params = { mode?: string; block?: string; subject?: string }

/** The applications still being filled in. */
export function openOnes({ applications }: Pick<OpenFolder, 'applications'>): StoredApplication[] {
  return applications.filter(({ status }) => status === 'draft')
}

/** The step a URL names. Throws 404 where the folder has none such. */
function stepAt(open: OpenFolder, { block, subject }: Params, asOf: Day): { steps: readonly FormStep[]; step: FormStep; wanted: Wanted[] } {
  const wanted = openOnes(open)
  const steps = stepsOf(open.folder, wanted, asOf)
  const step = steps.find((one) => one.block === block && one.subject === subject)
  if (!step) throw new Response(null, { status: 404 })
  return { steps, step, wanted }
}

/** Everything the page of a step shows. */
export async function showStep(request: Request, params: Params) {
  const [mode, asOf] = [modeOf(params), today()]
  const open = await folderAt(request, mode)
  const shown = stepShown(open, params, asOf)
  const filler = await fillerAt(request, mode)
  if (filler.by === 'resident') return json({ mode, at: placeOf(request), ...shown })
  // Empty or not: what is written while the clerk looks at the field, they see.
  const targets = shown.fields.map(({ field }) => valueKey(shown, field.id))
  await noteLooks(request, openOnes(open), numbersAmong(targets))
  const fields = shown.fields.map((one) => ({
    ...one,
    typed: answeredOr(filler.client.id, `apply/step/${shown.block}/${shown.subject}`, one),
  }))
  return json({ mode, at: placeOf(request), ...shown, fields, oneScreen: isOneScreen(filler.client.id, mode) })
}

/** What the resident answered on a screen of their own since the clerk came to the step, else what was saved. */
function answeredOr(client: string, place: string, { field, typed }: { field: Field; typed: Typed }): Typed {
  const shared = together(client)
  return shared.place === place ? typedTogether(shared, idOf({ field }), typed, 'resident') : typed
}

/** A step of a folder with what stands in it. Throws 404 where the folder has none such. */
export function stepShown(open: OpenFolder, params: Pick<Params, 'block' | 'subject'>, asOf: Day) {
  const { steps, step, wanted } = stepAt(open, params, asOf)
  const { folder } = open
  const [index, service] = [steps.indexOf(step), serviceOf(wanted, step)]
  return {
    ...{ block: step.block, subject: step.subject },
    ...{
      name: nameOf(folder, wanted, step),
      service,
      channel: formOf(service ?? '')?.channel ?? null,
      savedAt: open.stored.savedAt.toISOString(),
    },
    ...{ progress: { at: index + 1, of: steps.length }, version: open.stored.version },
    people: folder.members.map(({ id, name }) => ({ id, name })),
    fields: step.fields.map((field) => ({
      field,
      typed: typedOf(valueIn(folder, wanted, step, field), field),
      filled: isFilledIn(folder, wanted, step, field),
    })),
  }
}

/** Takes a step: keeps it in the folder and goes on. What cannot be taken comes back as typed, with status 422, and nothing is kept. */
export async function takeStep(request: Request, params: Params) {
  const [mode, asOf, now] = [modeOf(params), today(), new Date()]
  const form = await request.formData()
  switchMode(form, request, mode)
  const open = await folderAt(request, mode)
  const { step, wanted } = stepAt(open, params, asOf)
  const typed = Object.fromEntries(step.fields.map((field) => [field.id, typedFrom(form, field)]))
  if (form.has('switch-to')) return json({ typed, errors: [] as FieldError[] })
  const { folder, errors } = withStep(open.folder, wanted, step, typed, asOf)
  if (errors.length > 0) return json({ typed, errors }, { status: 422 })
  if (!(await keep(open, folder, now)))
    return json({ typed, errors: [{ key: 'errors:apply.saved-elsewhere', field: 'content' }] satisfies FieldError[] }, { status: 409 })
  const filler = await fillerAt(request, mode)
  if (filler.by === 'clerk') {
    const place = `apply/step/${step.block}/${step.subject}`
    if (JSON.stringify(folder) !== JSON.stringify(open.folder)) saved(filler.client.id, place)
    if (form.has('confirm') && isOneScreen(filler.client.id, mode)) confirm(filler.client.id, place)
  }
  const then = new URL(request.url).searchParams.get('then')
  throw redirect(then === 'answers' ? paths.answers(mode) : placeAfter(mode, folder, wanted, step, asOf), 303)
}

/** The next step still to be done after this one, else the papers. */
function placeAfter(mode: Mode, folder: Folder, wanted: readonly Wanted[], step: FormStep, asOf: Day): string {
  const steps = stepsOf(folder, wanted, asOf)
  const index = steps.findIndex(({ block, subject }) => block === step.block && subject === step.subject)
  const inOrder = [...steps.slice(index + 1), ...steps.slice(0, Math.max(index, 0))]
  const next = inOrder.find((one) => !isDone(folder, wanted, one))
  return next ? paths.step(mode, next.block, next.subject) : paths.papers(mode)
}

/** The folder with what was typed in a step, or what is wrong with it. */
export function withStep(
  folder: Folder,
  wanted: readonly Wanted[],
  step: FormStep,
  typed: Readonly<Record<string, Typed>>,
  asOf: Day,
  prefix?: string,
): { folder: Folder; errors: FieldError[] } {
  const errors: FieldError[] = []
  let next: Folder = folder
  for (const field of step.fields) {
    const read = readAny(field, typed[field.id] ?? { given: [] }, next, step, asOf)
    const values = 'most' in field ? { most: field.most } : undefined
    if (!read.ok) errors.push({ key: read.error, field: idOf({ field, prefix }), values: read.values ?? values })
    else if (field.kind === 'question') next = withAnswerTo(next, wanted, step, field.question, read.value)
    else next = withValue(next, valueKey(step, field.id), read.value)
  }
  errors.push(...lackingMobile(next, step, errors, prefix))
  // A birth date may be left to the identity number: while that is being mended, it is not asked for as well.
  const mending = errors.some(({ field }) => field === idOf({ field: { id: 'identity-number' }, prefix }))
  if (mending) return { folder, errors: errors.filter(({ field }) => field !== idOf({ field: { id: 'birth-date' }, prefix })) }
  const place = `${step.block}/${step.subject}`
  return { folder: { ...next, seen: next.seen.includes(place) ? next.seen : [...next.seen, place] }, errors }
}

/** What was chosen that is of no use without a mobile number, where none stands. */
function lackingMobile({ values }: Folder, step: FormStep, errors: readonly FieldError[], prefix?: string): FieldError[] {
  return step.fields.flatMap((field): FieldError[] => {
    const needs = 'needsMobile' in field ? field.needsMobile : undefined
    if (!needs || values[valueKey(step, field.id)] !== needs.option || isMobile(String(values[valueKey(step, needs.in)] ?? ''))) return []
    const at = idOf({ field: { id: needs.in }, prefix })
    return errors.some((error) => error.field === at) ? [] : [{ key: 'errors:field.mobile-needed', field: at }]
  })
}

type Read = { ok: true; value: Value | undefined } | { ok: false; error: string; values?: FieldError['values'] }

function readAny(field: Field, given: Typed, folder: Folder, step: FormStep, asOf: Day): Read {
  if (field.kind !== 'question') {
    const read = readField(field, given satisfies RawField, { counties: countyCodes, people: folder.members.map(({ id }) => id) }, asOf)
    return read.ok ? read : { ...read, error: `errors:field.${read.error}` }
  }
  const question = (questionnaire.questions as Record<string, Question>)[field.question]
  if (!question) throw new Error(`No question ${field.question}`)
  const number = question.kind === 'birth-date' ? folder.values[valueKey(step, 'identity-number')] : undefined
  const read = parseAnswer(question, { answer: given.given, ...dateParts(given) }, asOf)
  if (typeof number === 'string') {
    const born = birthOfIdentity(number)
    if (!read.ok || isOpen(read.value)) return { ok: true, value: born }
    const [from, to] = bornBetween(String(read.value))
    if (born < from || born > to) return { ok: false, error: 'errors:field.birth-differs' }
    return { ok: true, value: born }
  }
  return read.ok ? { ok: true, value: read.value } : { ok: false, error: `errors:answer.${read.error}` }
}

const dateParts = ({ year, month, day, age }: Typed): Omit<RawAnswer, 'answer'> => ({ year, month, day, age }) as Omit<RawAnswer, 'answer'>

function withValue(folder: Folder, key: string, value: Value | undefined): Folder {
  const { [key]: _before, ...rest } = folder.values
  const filled = folder.filled.filter((one) => one !== key)
  const next = { ...folder, filled, values: value === undefined ? rest : { ...rest, [key]: value } }
  const [block, subject, field] = key.split('/')
  if (block !== 'person' || field !== 'identity-number' || typeof value !== 'string') return next
  return withMember(next, subject ?? '', 'sex', sexOfIdentity(value))
}

function withAnswerTo(folder: Folder, wanted: readonly Wanted[], step: FormStep, question: string, answer: Value | undefined): Folder {
  return withMember(folder, answererOf(folder, wanted, step, question), question, answer)
}

/** The folder with an answer of the household (null) or a member; it was looked at here, so it is no longer "filled in". */
function withMember(folder: Folder, member: string | null, question: string, answer: Answer | undefined): Folder {
  const { answers, members } = withAnswer(householdOf(folder), member, question, answer)
  return {
    ...folder,
    answers,
    members: folder.members.map((person, index) => ({ ...person, answers: members[index]?.answers ?? {} })),
    filled: folder.filled.filter((one) => one !== `${member ?? 'home'}/${question}`),
  }
}

/** What a form sends for one field. */
export function typedFrom(form: FormData, field: Field, prefix?: string): Typed {
  const name = idOf({ field, prefix })
  const words = (of: string) => {
    const value = form.get(of)
    return typeof value === 'string' ? value.slice(0, 4000) : ''
  }
  const given = form.getAll(name).filter((value): value is string => typeof value === 'string')
  const partOf = (part: string) => words(`${name}-${part}`).slice(0, 20)
  return {
    given: given.map((value) => value.slice(0, 4000)),
    year: partOf('year'),
    month: partOf('month'),
    day: partOf('day'),
    age: partOf('age'),
  }
}

/** A value as the form shows it. */
export function typedOf(value: Value | undefined, field: Field): Typed {
  if (value === undefined) return { given: [] }
  const isBirth = field.kind === 'question' && (questionnaire.questions as Record<string, Question>)[field.question]?.kind === 'birth-date'
  if ((field.kind !== 'day' && !isBirth) || typeof value !== 'string' || value === 'unsure') return { given: [value].flat() }
  const [from, to] = bornBetween(value)
  const [year, month, day] = from.split('-').map((part) => String(Number(part)))
  return from === to ? { given: [], year: year ?? '', month: month ?? '', day: day ?? '' } : { given: [], age: String(ageOn(to, today())) }
}
