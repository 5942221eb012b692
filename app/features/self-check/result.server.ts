import { json, redirect } from '@remix-run/node'
import { rulesVersion } from '#app/services/index.ts'
import { modeOf, placeOf, today } from '../page-data.ts'
import { onlyOf } from './answering.server.ts'
import { checkOf } from './check-cookie.server.ts'
import { unfinished } from './summary.server.ts'

/** Everything the result and its print are a function of. Goes back to what is still open, where something is. */
export async function showResult(request: Request, params: { mode?: string }) {
  const [mode, only, check, asOf] = [modeOf(params), onlyOf(request), checkOf(request), today()]
  const earlier = unfinished(check, mode, only, asOf)
  if (earlier) throw redirect(earlier)
  return json({ mode, only, asOf, at: placeOf(request), rules: rulesVersion, check })
}
