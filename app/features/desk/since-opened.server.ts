import type { RequestContext } from '#app/access/request-context.server.ts'
import { staffNames } from '#app/access/staff-names-by-id.server.ts'
import { afterConflict } from '#app/cases/version.server.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { type CaseParams, caseAt, seenIn } from './case.server.ts'
import { staffIn } from './case-staff.server.ts'
import { headOfCase } from './case-view.server.ts'
import { linesOf } from './history.server.ts'

/**
 * The case as it is by now, and what happened to it since a form was opened. `seen` goes back into the form: what is sent from the page
 * that shows this is decided on the present version, and a switch of the language shows it again.
 */
export async function sinceOpened(context: RequestContext, params: CaseParams, form: FormValues) {
  const now = await caseAt(context, params)
  const { status, seen } = headOfCase(now)
  // A version counts the events of a case; views are none.
  const counted = now.history.filter((event) => (event.type === 'unreadable' ? event.was : event.type) !== 'look')
  const lines = linesOf(counted, now.submission, await staffNames(staffIn(counted)))
  const opened = seenIn(form)
  const known = Number(opened)
  const history = lines.slice(Number.isSafeInteger(known) && known > 0 ? known : 0)
  return { seen: afterConflict(seen, opened), since: { status, history } }
}

/** What became of a case while somebody had a form about it open. */
export type SinceOpened = Awaited<ReturnType<typeof sinceOpened>>['since']
