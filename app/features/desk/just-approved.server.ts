import type { RequestContext } from '#app/access/request-context.server.ts'
import { applicationName } from '#app/cases/application-name.server.ts'
import { caseRead } from '#app/cases/case.server.ts'
import { historyOf } from '#app/cases/case-events.server.ts'
import { isReadableRow } from '#app/domain/readable-row.ts'
import { isPending, pendingIn, secondsLeft } from '#app/domain/take-back.ts'
import { caseWithin } from '#db/cases.server.ts'
import { fromIn } from './case-address.ts'

/**
 * The case somebody just approved and may still take back, as a page names it (`done`) or is of it; null where there is none any more. `now`: the
 * case one went on to.
 */
export async function justApproved(context: RequestContext, place: string, by: string, now: string | null = null) {
  const id = context.query.get('done') ?? now
  const application = id === null ? undefined : await caseWithin(place, id)
  if (application?.status !== 'approved' || !isReadableRow(application)) return null
  const history = await historyOf(application.id)
  const pending = pendingIn(history, context.now)
  const left = pending && isPending(history, by, context.now) ? secondsLeft(pending, context.now) : 0
  const read = left > 0 ? await caseRead(application) : undefined
  if (!read?.ok) return null
  const { number, version } = application
  const code = `${read.value.code}/${number}`
  return {
    id: application.id,
    seen: String(version),
    code,
    title: await applicationName(application),
    left,
    now,
    from: fromIn(context) ?? null,
  }
}

/** What a page shows of it. */
export type JustApproved = NonNullable<Awaited<ReturnType<typeof justApproved>>>
