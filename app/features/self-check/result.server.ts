import { page, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import { onlyOf } from './answer-question.server.ts'
import { checkOf } from './check-cookie.server.ts'
import { unfinished } from './summary.server.ts'

/** Data of the result. Redirects to the first open question, where there is one. */
export async function resultLoader(context: RequestContext) {
  const [{ mode, today: asOf }, only, check] = [context, onlyOf(context), checkOf(context)]
  const earlier = unfinished(check, mode, only, asOf)
  if (earlier) return redirectTo(earlier)
  return page({ mode, only, asOf, at: context.at, check, receivers: await receiversFor(check.county) })
}
