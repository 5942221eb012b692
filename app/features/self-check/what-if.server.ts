import { json, redirect } from '@remix-run/node'
import { isBlank, typedValue } from '#app/domain/fields/index.ts'
import { answerField } from '#app/forms/household-form.ts'
import { typedFrom } from '#app/forms/inputs.ts'
import { readStep } from '#app/forms/read-step.ts'
import { countyCodes } from '#app/services/places.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { modeOf, placeOf, today } from '../page-data.ts'
import { switchMode } from '../switch-mode.server.ts'
import { askedAt, onlyOf, personAt } from './answering.server.ts'
import { answered } from './check.ts'
import { checkOf } from './check-cookie.server.ts'
import { compare } from './result.ts'
import { rowsOf, unfinished } from './summary.server.ts'
import type { Tried } from './what-if-page.tsx'

type Params = { mode?: string }

/** The question a what-if is about, from the query; null while none is chosen. */
function chosenBy(request: Request) {
  const query = new URL(request.url).searchParams
  const question = query.get('question')
  return question === null ? null : { question, member: query.get('member') ?? undefined }
}

/** Everything the what-if page shows before something is tried. */
export async function showWhatIf(request: Request, params: Params) {
  const [mode, only, check, asOf] = [modeOf(params), onlyOf(request), checkOf(request), today()]
  const earlier = unfinished(check, mode, only, asOf)
  if (earlier) throw redirect(earlier)
  const { household, members } = rowsOf(check, only, asOf)
  const rows = [
    ...household.map((row) => ({ ...row, name: null })),
    ...members.flatMap(({ name, rows: own }) => own.map((row) => ({ ...row, name }))),
  ]
  const chosen = chosenBy(request)
  if (!chosen) return json({ mode, only, asOf, rows, at: placeOf(request), chosen: null })
  const { id, question } = askedAt(chosen)
  const person = personAt(check, mode, only, chosen.member)
  const typed = typedValue(question, (person?.answers ?? check.answers)[id], asOf)
  return json({
    mode,
    only,
    asOf,
    rows,
    at: placeOf(request),
    chosen: { id, member: person?.id ?? null, name: person?.name ?? null, typed },
  })
}

/** Tries one answer: says what would differ, keeps nothing. */
export async function tryWhatIf(request: Request, params: Params) {
  const [mode, only, check, asOf] = [modeOf(params), onlyOf(request), checkOf(request), today()]
  const form = await request.formData()
  switchMode(form, request, mode)
  const chosen = chosenBy(request)
  if (!chosen) throw new Response(null, { status: 400 })
  const { id, question } = askedAt(chosen)
  const person = personAt(check, mode, only, chosen.member)
  const typed = typedFrom(form, question, answerField)
  const nothing: { errors: readonly FieldError[]; tried: Tried | null } = { errors: [], tried: null }
  if (form.has('switch-to') && isBlank(question, typed)) return json({ typed, ...nothing })
  const around = { asOf, counties: countyCodes, people: [] }
  const { values, errors } = readStep([{ ...question, id: answerField }], { [answerField]: typed }, { around, name: (field) => field.id })
  const tried = values[answerField]
  if (tried === undefined) return json({ typed, ...nothing, errors }, { status: 422 })
  const before = (person?.answers ?? check.answers)[id]
  const after = answered(check, person?.id ?? null, id, tried)
  return json({ typed, ...nothing, tried: { before, after: tried, differences: compare(check, after, only, asOf) } })
}
