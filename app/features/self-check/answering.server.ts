import { json, redirect } from '@remix-run/node'
import type { Person } from '#app/cases/people.ts'
import { parseAnswer, type RawAnswer } from '#app/domain/answer.ts'
import { ageOn, bornBetween, type Day } from '#app/domain/day.ts'
import type { Answer, Question } from '#app/domain/question.ts'
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
    ...{ raw: rawOf(question, given, today()), county: check.county ?? '' },
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
  const raw = rawFrom(form)
  const county = text(form, 'county')
  switchMode(form, request, mode)
  if (form.has('switch-to')) return json({ raw, county, errors: [] as FieldError[] })

  const check = checkOf(request)
  const person = personAt(check, mode, only, params.member)
  const at = person?.id ?? null
  const parsed =
    form.get('do') === 'same' && at !== null && question.of === 'household'
      ? { ok: true as const, value: undefined }
      : parseAnswer(question, raw, today())
  const errors: FieldError[] = []
  if (!parsed.ok) errors.push({ key: `errors:answer.${parsed.error}`, field: fieldOf(question, parsed.error) })
  if (county && !countyCodes.has(county)) errors.push({ key: 'errors:answer.unknown-option', field: 'county' })
  if (!parsed.ok || errors.length > 0) return json({ raw, county, errors }, { status: 422 })

  const told = answered(check, at, id, parsed.value)
  const { county: _before, ...rest } = told
  const next = id === 'live-place' ? { ...rest, ...(county ? { county } : {}) } : told
  return redirect(nextPlace(next, mode, only, today()), { status: 303, headers: keepWithPerson(request, next) })
}

/** One text field of a form, trimmed; empty where it is missing. */
export function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.normalize('NFC').trim() : ''
}

/** What a form sends for one question. */
export function rawFrom(form: FormData): RawAnswer {
  const field = (name: string) => text(form, name).slice(0, 40)
  const answer = form.getAll('answer').filter((value): value is string => typeof value === 'string')
  return { answer, year: field('year'), month: field('month'), day: field('day'), age: field('age') }
}

/** An answer as the form shows it. */
export function rawOf(question: Question, answer: Answer | undefined, asOf: Day): RawAnswer {
  if (answer === undefined) return { answer: [] }
  if (question.kind !== 'birth-date' || typeof answer !== 'string' || answer === 'unsure')
    return { answer: typeof answer === 'string' ? [answer] : answer }
  const [from, to] = bornBetween(answer)
  if (from !== to) return { answer: [], age: String(ageOn(to, asOf)) }
  const [year, month, day] = from.split('-').map((part) => String(Number(part)))
  return { answer: [], year, month, day }
}

/** The field an error belongs to. */
function fieldOf(question: Question, error: string): string {
  return question.kind === 'birth-date' && (error === 'age-out-of-range' || error === 'date-and-age') ? 'answer-age' : 'answer'
}
