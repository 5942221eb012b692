import { json, redirect } from '@remix-run/node'
import { mostWords, readEventWords } from '#app/cases/words.ts'
import { judgedIn, needsWhy } from '#app/domain/deciding.ts'
import type { EventWords } from '#app/domain/event.ts'
import { paths } from '#app/paths.ts'
import { serviceById } from '#app/services/index.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { placeOf } from '../page-data.ts'
import { switchMode } from '../switch-mode.server.ts'
import { by, type CaseParams, caseAt, type DeskCase, type HallEvent, may, mustBeTheirs, step } from './case.server.ts'
import { headOfCase, traceOf } from './case-view.server.ts'

/** The decisions that take words; each has a page of its own. */
export type Decision = 'approve' | 'decline' | 'return'
/** What each decision is as an event. */
const eventOf = { approve: 'approve', decline: 'propose-decline', return: 'return-proposal' } as const

/** Everything the page of a decision shows: the conditions with how they were decided, and whether it must say why. */
export async function showDecision(request: Request, params: CaseParams, decision: Decision) {
  const deskCase = await caseAt(request, params)
  mustBeTheirs(deskCase, eventOf[decision])
  const { mode, staff } = deskCase
  return json({
    ...{ mode, at: placeOf(request), staff, decision, ...headOfCase(deskCase) },
    isOpen: may(deskCase, eventOf[decision]),
    needsWhy: mustSayWhy(deskCase, decision),
    trace: traceOf(deskCase),
  })
}

function mustSayWhy({ application, history }: DeskCase, decision: Decision): boolean {
  return decision !== 'approve' || needsWhy(serviceById(application.service)?.conditions ?? [], judgedIn(history))
}

/** Takes a decision. What lacks comes back as typed with status 422; where something happened meanwhile, with 409. */
export async function takeDecision(request: Request, params: CaseParams, decision: Decision) {
  const form = await request.formData()
  const deskCase = await caseAt(request, params)
  mustBeTheirs(deskCase, eventOf[decision])
  switchMode(form, request, deskCase.mode)
  const given = (name: string) => String(form.get(name) ?? '')
  const typed = { phrase: given('phrase'), words: given('words'), condition: given('condition') }
  if (form.has('switch-to')) return json({ typed, errors: [] as FieldError[] })
  const condition = serviceById(deskCase.application.service)?.conditions.find(({ id }) => id === typed.condition)?.id
  const { words, error } = readEventWords(typed.words, typed.phrase)
  const errors: FieldError[] = []
  if (decision === 'decline' && !condition) errors.push({ key: 'desk:error.condition', field: 'condition' })
  if (error) errors.push({ key: `desk:error.${error}`, field: 'words', values: { most: mostWords } })
  else if (!words && mustSayWhy(deskCase, decision))
    errors.push({ key: decision === 'approve' ? 'desk:error.why' : 'desk:error.reason', field: 'words' })
  if (errors.length > 0) return json({ typed, errors }, { status: 422 })
  const wrong = await step(deskCase, decided(deskCase, decision, words, condition), form)
  if (wrong) return json({ typed, errors: [{ ...wrong, field: 'send' }] satisfies FieldError[] }, { status: 409 })
  throw redirect(paths.deskCase(deskCase.mode, deskCase.application.id), 303)
}

function decided(deskCase: DeskCase, decision: Decision, words: EventWords | undefined, condition: string | undefined): HallEvent {
  const common = by(deskCase, new Date())
  if (decision === 'approve') return { type: 'approve', ...common, ...(words ? { reason: words } : {}) }
  const reason = words ?? { text: '', language: 'zh' as const }
  if (decision === 'return') return { type: 'return-proposal', ...common, reason }
  return { type: 'propose-decline', ...common, ...(condition ? { condition } : {}), reason }
}
