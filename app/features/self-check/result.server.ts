import { page, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { called } from '#app/forms/called-names.ts'
import { paths } from '#app/paths.ts'
import { announcedTo } from '#app/places/announcements.server.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import { onlyOf } from './answer-question.server.ts'
import { checkOf } from './check-cookie.server.ts'
import { finishedLines } from './result-lines.server.ts'
import { unfinished } from './summary.server.ts'

/** Data of the result. Redirects to the first open question, where there is one. */
export async function resultLoader(context: RequestContext) {
  const [{ mode, at, today: asOf }, only, check] = [context, onlyOf(context), checkOf(context)]
  const found = finishedLines(check, only, asOf)
  if (!found) return redirectTo(unfinished(check, mode, only, asOf) ?? paths.summary(mode, only))
  const names = called(check, asOf).members.map(({ id, name }) => ({ id, name }))
  return page({
    mode,
    only,
    at,
    names,
    ...found,
    receivers: await receiversFor(check.county),
    announcements: announcedTo([check.county], asOf),
  })
}
