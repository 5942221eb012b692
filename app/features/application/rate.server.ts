import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { ownWords } from '#app/cases/free-text.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { folderMark } from '#app/cases/version.server.ts'
import { isAllowed } from '#app/domain/transition.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { applicationAt } from './status.server.ts'

type Params = { mode?: string; number?: string }

/** Data of the rating page. */
export async function rateLoader(context: RequestContext, params: Params) {
  const { mode } = context
  const { open, application } = await applicationAt(context, params)
  // A clerk does not rate the hall for a resident.
  const own = context.actor.by === 'resident'
  if (!own || !isAllowed(application, 'rate', { role: 'resident' })) return redirectTo(paths.application(mode, application.number))
  return page({ mode, at: context.at, number: application.number, service: application.service, inFolder: folderMark(open.stored.id) })
}

/** Saves a rating, once. */
export async function rateAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode } = context
  switchMode(form, context)
  const { open, application } = await applicationAt(context, params, form)
  const [score, typed] = [String(form.get('score') ?? ''), String(form.get('words') ?? '')]
  if (form.has('switch-to')) return page({ score, words: typed, errors: [] as FieldError[] })
  if (!/^[1-5]$/.test(score))
    return refused({ score, words: typed, errors: [{ key: 'errors:apply.rate', field: 'score' }] satisfies FieldError[] }, 'invalid')
  const words = ownWords(typed)
  if (context.actor.by === 'resident')
    await changeCase(
      { ...open, application },
      { type: 'rate', actor: eventActor('resident'), at: new Date().toISOString(), score: Number(score), ...(words ? { words } : {}) },
    )
  return redirectTo(paths.application(mode, application.number))
}
