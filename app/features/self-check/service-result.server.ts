import { page, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { called } from '#app/forms/called-names.ts'
import { paths } from '#app/paths.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import { serviceAt } from '../page-data.ts'
import { onlyOf } from './answer-question.server.ts'
import { checkOf } from './check-cookie.server.ts'
import { insteadOf, tellOne } from './result.ts'
import { unfinished } from './summary.server.ts'

type Params = { service?: string; member?: string }

/** Data of the result of one service. Leads to the first open question, where there is one; to all results, where nobody has this one. */
export async function serviceResultLoader(context: RequestContext, params: Params) {
  const [{ mode, today: asOf }, only, check] = [context, onlyOf(context), checkOf(context)]
  const service = serviceAt(mode, params.service ?? '', asOf).id
  const earlier = unfinished(check, mode, only, asOf)
  if (earlier) return redirectTo(earlier)
  const member = params.member === 'household' ? null : (params.member ?? null)
  const told = tellOne(check, service, member, asOf)
  if (!told) return redirectTo(paths.result(mode, only))
  const names = called(check, asOf).members.map(({ id, name }) => ({ id, name }))
  const instead = insteadOf(check, service, member, asOf)
  return page({
    mode,
    only,
    asOf,
    at: context.at,
    member,
    told,
    instead,
    names,
    county: check.county ?? null,
    receivers: await receiversFor(check.county, [service]),
  })
}
