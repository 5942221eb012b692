import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { applicationName } from '#app/cases/application-name.server.ts'
import { eventActor, historyOf } from '#app/cases/case-events.server.ts'
import { type Difference, differingLines, sameInBoth } from '#app/cases/differences.ts'
import { parseOptionalText } from '#app/cases/free-text.ts'
import { bothOf } from '#app/cases/stored-texts.ts'
import { textInEvery } from '#app/cases/submission.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { folderMark, openedAt, standingVersion } from '#app/cases/version.server.ts'
import { longestText } from '#app/domain/event-text.ts'
import { isScore } from '#app/domain/rating.ts'
import { isAllowed } from '#app/domain/transition.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { statusName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { StoredApplication } from '#db/applications.server.ts'
import { applicationAt, applicationNow } from './status.server.ts'

type Params = { mode?: string; number?: string }

/** Data of the rating page. */
export async function rateLoader(context: RequestContext, params: Params) {
  const { mode } = context
  const { open, application } = await applicationAt(context, params)
  // A clerk does not rate the hall for a resident.
  const own = context.actor.by === 'resident'
  const allowed = isAllowed(application, 'rate', { role: 'resident' })
  // Who was too late is told on this page.
  if (!own || (!allowed && !context.afterPost)) return redirectTo(paths.application(mode, application.number))
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
  })
}

/** Saves a rating, once. Whoever comes too late is shown the rating that stands, and their own. */
export async function rateAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode } = context
  switchMode(form, context)
  const [score, typed] = [String(form.get('score') ?? ''), String(form.get('words') ?? '')]
  const again = { score, text: typed, version: openedAt(form), errors: [] as FieldError[], differences: [] as Difference[] }
  for (let at = await applicationAt(context, params, form); ; at = await applicationNow(context, at)) {
    const { open, application } = at
    // Where it cannot be done any more, that is said in the other language too.
    if (form.has('switch-to') && isAllowed(application, 'rate', { role: 'resident' })) return page(again)
    if (context.actor.by !== 'resident') return redirectTo(paths.application(mode, application.number))
    const { text, error } = parseOptionalText(typed)
    const errors: FieldError[] = [
      ...(isScore(score) ? [] : [{ key: 'errors:apply.rate', field: 'score' }]),
      ...(error ? [{ key: `errors:field.${error}`, field: 'words', values: { most: longestText } }] : []),
    ]
    if (errors.length > 0) return refused({ ...again, errors }, 'invalid')
    const event = { type: 'rate' as const, actor: eventActor('resident'), at: context.now.toISOString(), score: Number(score) }
    const result = await changeCase({ ...open, application }, { ...event, ...(text ? { words: text } : {}) })
    // Something that changed nothing of this, such as a note: tried again.
    if (result === 'stale') continue
    const differences = result === 'done' ? [] : await ratingBeside(application, score, text?.text ?? typed)
    if (differences.length === 0) return redirectTo(paths.application(mode, application.number))
    return refused({ ...again, differences, rated: application.rating !== null }, 'conflict')
  }
}

/** The rating that stands beside the one just typed; where there is none, the status in which nothing can be rated. */
async function ratingBeside(application: StoredApplication, score: string, text: string): Promise<Difference[]> {
  const stands = (await historyOf(application.id)).findLast((event) => event.type === 'rate')
  const rated = stands?.type === 'rate' ? stands : undefined
  const status = { label: 'application:timeline', now: bothOf(statusName(application.status)), typed: null }
  const scoreSays = (one: number | string) => textInEvery(`application:rate.scores.${one}`)
  return differingLines([
    ...(application.rating === null ? [status] : []),
    { label: 'application:rate.score', now: rated ? scoreSays(rated.score) : null, typed: scoreSays(score) },
    { label: 'application:rate.text', now: sameInBoth(rated?.words?.text ?? ''), typed: sameInBoth(text) },
  ])
}
