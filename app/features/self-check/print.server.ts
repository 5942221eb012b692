import { page, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { called } from '#app/forms/called-names.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { Check } from '#app/forms/household-form.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import { onlyOf } from './answer-question.server.ts'
import { checkOf } from './check-cookie.server.ts'
import { notDrawnWhys } from './not-drawn.ts'
import type { Chosen } from './print-page.tsx'
import { ticks } from './sheet.ts'
import { unfinished } from './summary.server.ts'

/** What a posted form chose. */
export function chosenIn(form: FormValues): Chosen {
  const shown = form.getAll('show')
  return { ticked: ticks.filter((tick) => shown.includes(tick)), details: form.has('details') }
}

/** Data of the print page. Redirects to the first open question, where there is one. */
export const printLoader = (context: RequestContext) => shown(context, { ticked: [], details: false })

/** The same with what was ticked, in another mode too. */
export function printAction(context: RequestContext, form: FormValues) {
  switchMode(form, context)
  return shown(context, chosenIn(form))
}

async function shown(context: RequestContext, chosen: Chosen) {
  const [{ mode, today: asOf }, only, check] = [context, onlyOf(context), checkOf(context)]
  const earlier = unfinished(check, mode, only, asOf)
  if (earlier) return redirectTo(earlier)
  return page({
    mode,
    only,
    asOf,
    at: context.at,
    check: called(check, asOf),
    chosen,
    notDrawn: notDrawnWhys.find((why) => why === context.query.get('why')) ?? null,
    place: await whereTaken(check),
  })
}

/** The county, and the halls that receive applications from there, where there are any. */
export async function whereTaken({ county }: Check) {
  return { county: county ?? null, halls: (await receiversFor(county))?.halls ?? [] }
}
