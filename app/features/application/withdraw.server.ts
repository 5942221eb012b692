import { requireFiling } from '#app/access/guards.server.ts'
import { page, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { ownWords } from '#app/cases/free-text.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { folderMark } from '#app/cases/version.server.ts'
import { isAllowed } from '#app/domain/transition.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import { applicationAt } from './status.server.ts'

type Params = { mode?: string; number?: string }

/** Data of the page that withdraws. */
export async function withdrawLoader(context: RequestContext, params: Params) {
  const { mode } = context
  const { open, application } = await applicationAt(context, params)
  if (!isAllowed(application, 'withdraw', { role: 'resident' })) return redirectTo(paths.application(mode, application.number))
  return page({ mode, at: context.at, number: application.number, service: application.service, inFolder: folderMark(open.stored.id) })
}

/** Withdraws an application; one that cannot be withdrawn any more stays as it is. */
export async function withdrawAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode } = context
  switchMode(form, context)
  const { open, application } = await applicationAt(context, params, form)
  if (form.has('switch-to')) return page({ words: String(form.get('words') ?? '') })
  const [reason, now] = [ownWords(String(form.get('words') ?? '')), new Date()]
  const filed = requireFiling(context, 'withdraw')
  const event = { type: 'withdraw' as const, ...filed, at: now.toISOString(), ...(reason ? { reason } : {}) }
  await changeCase({ ...open, application }, event)
  return redirectTo(paths.application(mode, application.number))
}
