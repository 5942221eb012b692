import { json, redirect } from '@remix-run/node'
import { typedValue } from '#app/domain/fields/index.ts'
import type { Question } from '#app/domain/question.ts'
import { answerField, fieldsOf, placeQuestion } from '#app/forms/household-form.ts'
import { typedFrom } from '#app/forms/inputs.ts'
import type { Person } from '#app/forms/members.ts'
import { readStep } from '#app/forms/read-step.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { questionnaire } from '#app/services/household.ts'
import { serviceById } from '#app/services/index.ts'
import { countyCodes } from '#app/services/places.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { modeOf, placeOf, today } from '../page-data.ts'
import { switchMode } from '../switch-mode.server.ts'
import { answered, type Check, nextPlace, standing, stepsOf } from './check.ts'
import { checkOf, keepWithPerson } from './check-cookie.server.ts'

type Params = { mode?: string; question?: string; member?: string }

/** The service a check is limited to, from the query; undefined where it is about all. Throws 404 for a service there is none of. */
export function onlyOf(request: Request): string | undefined {
  const only = new URL(request.url).searchParams.get('only') ?? undefined
  if (only !== undefined && !serviceById(only)) throw new Response(null, { status: 404 })
  return only
}

/** Which question a URL asks of whom. Throws 404 where there is no such question, or it is not asked of such a one. */
export function askedAt({ question: id = '', member }: Params): { id: string; question: Question } {
  const question = Object.hasOwn(questionnaire.questions, id) ? (questionnaire.questions as Record<string, Question>)[id] : undefined
  const ofMember = question?.of === 'member' || question?.mayDiffer === true
  if (!question || (member === undefined ? question.of !== 'household' : !ofMember)) throw new Response(null, { status: 404 })
  return { id, question }
}

/** The person a URL speaks of. Where the check no longer knows them (another device, cleared), back to its start. */
export function personAt(check: Check, mode: Mode, only: string | undefined, member: string | undefined): Person | null {
  if (member === undefined) return null
  const person = check.members.find(({ id }) => id === member)
  if (!person) throw redirect(paths.check(mode, only))
  return person
}

/** Everything the page of a question shows. */
export async function showQuestion(request: Request, params: Params) {
  const mode = modeOf(params)
  const only = onlyOf(request)
  const { id, question } = askedAt(params)
  const check = checkOf(request)
  const person = personAt(check, mode, only, params.member)
  const arises = stepsOf(check, only, today()).some((step) => step.question === id && step.member === (person?.id ?? null))
  const isOverride = person !== null && question.of === 'household'
  if (!arises && !isOverride) throw redirect(nextPlace(check, mode, only, today()))
  const given = (person ? person.answers : check.answers)[id]
  const member = person?.id ?? null
  const then = new URL(request.url).searchParams.get('then') === 'summary' ? ('summary' as const) : ('next' as const)
  return json({
    ...{ mode, id, member, then, at: placeOf(request), name: person?.name ?? null },
    typed: Object.fromEntries(
      fieldsOf(id, question).map((field) => [field.id, typedValue(field, field.id === answerField ? given : check.county, today())]),
    ),
    ...standing(check, mode, only, today(), id, member),
  })
}

/**
 * Takes an answer: keeps it with the person and goes on. What cannot be taken comes back as typed, with status 422;
 * a switch of language comes back as typed in the other language.
 */
export async function takeAnswer(request: Request, params: Params) {
  const mode = modeOf(params)
  const only = onlyOf(request)
  const { id, question } = askedAt(params)
  const form = await request.formData()
  const fields = fieldsOf(id, question)
  const typed = Object.fromEntries(fields.map((field) => [field.id, typedFrom(form, field, field.id)]))
  switchMode(form, request, mode)
  if (form.has('switch-to')) return json({ typed, errors: [] as FieldError[] })

  const check = checkOf(request)
  const person = personAt(check, mode, only, params.member)
  const at = person?.id ?? null
  // A member of whom the household's answer is true has none of their own.
  const isSame = form.get('do') === 'same' && at !== null && question.of === 'household'
  const { values, errors } = isSame
    ? { values: {}, errors: [] }
    : readStep(fields, typed, { around: { asOf: today(), counties: countyCodes, people: [] }, name: (field) => field.id })
  if (errors.length > 0) return json({ typed, errors }, { status: 422 })

  const told = answered(check, at, id, values[answerField])
  const { county: _before, ...rest } = told
  const next = id === placeQuestion ? { ...rest, ...(values.county ? { county: String(values.county) } : {}) } : told
  return redirect(nextPlace(next, mode, only, today()), { status: 303, headers: keepWithPerson(request, next) })
}

/** One text field of a form, trimmed; empty where it is missing. */
export function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.normalize('NFC').trim() : ''
}
