import { requireFiling, requireMayFile } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { applicationName } from '#app/cases/application-name.server.ts'
import { historyOf } from '#app/cases/case-events.server.ts'
import { type Difference, differingLines, sameInBoth } from '#app/cases/differences.ts'
import { parseOptionalText } from '#app/cases/free-text.ts'
import { bothOf } from '#app/cases/stored-texts.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import { textInEvery } from '#app/cases/submission.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { afterConflict, folderMark, isConflictSwitched, openedAt, standingVersion } from '#app/cases/version.server.ts'
import { longestText } from '#app/domain/event-text.ts'
import { isAllowed } from '#app/domain/transition.ts'
import { reasonWithdrawn } from '#app/domain/withdrawal.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { statusName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { applicationAt, applicationNow } from './status.server.ts'

type Params = { mode?: string; number?: string }

/** Data of the page that withdraws. */
export async function withdrawLoader(context: RequestContext, params: Params) {
  const { mode } = context
  const { open, application } = await applicationAt(context, params)
  requireMayFile(context, 'withdraw')
  const allowed = isAllowed(application, 'withdraw', { role: 'resident' })
  // Who was too late is told on this page.
  if (!allowed && !context.afterPost) return redirectTo(paths.application(mode, application.number))
  return page({
    ...{
      mode,
      at: context.at,
      number: application.number,
      service: application.service,
      title: await applicationName(application),
      inFolder: folderMark(open.stored.id),
    },
    ...{ version: standingVersion(application), allowed },
    hasFiles: (await decryptSubmission(application))?.papers.some(({ files }) => files.length > 0) ?? false,
  })
}

/**
 * Withdraws an application that stands where it stood when the page was opened. Where it has moved on, nothing is done: the page says
 * where it stands now, and keeps the reason.
 */
export async function withdrawAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode } = context
  switchMode(form, context)
  const text = String(form.get('words') ?? '')
  for (let at = await applicationAt(context, params, form); ; at = await applicationNow(context, at)) {
    const { open, application } = at
    // Where it cannot be done any more, that is said in the other language too.
    const [{ text: reason, error }, version, opened] = [parseOptionalText(text), standingVersion(application), openedAt(form)]
    const isSwitch = form.has('switch-to')
    const isConflict = isConflictSwitched(form) && version !== opened
    if (isSwitch && !isConflict && isAllowed(application, 'withdraw', { role: 'resident' }))
      return page({ text, version: opened, errors: [] as FieldError[], differences: [] as Difference[] })
    if (error && version === opened && !isSwitch) {
      const errors: FieldError[] = [{ key: `errors:field.${error}`, field: 'words', values: { most: longestText } }]
      return refused({ text, version, errors, differences: [] as Difference[] }, 'invalid')
    }
    const filed = requireFiling(context, 'withdraw')
    const event = { type: 'withdraw' as const, ...filed, at: context.now.toISOString(), ...(reason ? { reason } : {}) }
    const result = version === opened && !isSwitch ? await changeCase({ ...open, application }, event) : 'not-allowed'
    // Something that changed nothing of this, such as a note: tried again.
    if (result === 'stale') continue
    const given = application.status === 'withdrawn' ? reasonWithdrawn(await historyOf(application.id)) : undefined
    const isDone = result === 'done' || (given !== undefined && given === (reason?.text ?? ''))
    if (isDone) return redirectTo(paths.application(mode, application.number))
    const differences = differingLines([
      {
        label: 'application:timeline',
        now: bothOf(statusName(application.status)),
        typed: textInEvery('application:withdraw.button'),
      },
      { label: 'application:withdraw.why', now: sameInBoth(given ?? ''), typed: sameInBoth(reason?.text ?? text) },
    ])
    const again = { text, version: afterConflict(version, opened), errors: [] as FieldError[] }
    return refused({ ...again, differences, withdrawn: given !== undefined }, 'conflict')
  }
}
