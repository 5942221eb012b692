import type { RequestContext } from '#app/access/request-context.server.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { type CaseParams, caseAt } from './case.server.ts'
import { staffIn, staffNames } from './case-staff.server.ts'
import { headOfCase } from './case-view.server.ts'
import { linesOf } from './history.server.ts'

/** The version a form was opened at, as it goes back into the form: what happened since was not yet on the page. */
export function seenIn(form: FormValues): { seen: number } {
  const seen = Number(form.get('seen') ?? 0)
  return { seen: Number.isSafeInteger(seen) && seen > 0 ? seen : 0 }
}

/**
 * The case as it is by now, and what happened to it since a form was opened. `seen` is the present version then: whatever is sent
 * from the page that shows this is decided on it.
 */
export async function sinceOpened(context: RequestContext, params: CaseParams, form: FormValues) {
  const now = await caseAt(context, params)
  const { status, seen } = headOfCase(now)
  // A version counts the events of a case; views are none.
  const counted = now.history.filter((event) => (event.type === 'unreadable' ? event.was : event.type) !== 'look')
  const lines = linesOf(counted, now.submission, await staffNames(staffIn(counted)))
  return { seen, since: { status, history: lines.slice(seenIn(form).seen) } }
}

/** What became of a case while somebody had a form about it open. */
export type SinceOpened = Awaited<ReturnType<typeof sinceOpened>>['since']
