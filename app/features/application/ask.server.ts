import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { applicationName } from '#app/cases/application-name.server.ts'
import { whyBarred } from '#app/cases/barred-steps.ts'
import { eventActor, historyOf } from '#app/cases/case-events.server.ts'
import { type Difference, differingLines, sameInBoth } from '#app/cases/differences.ts'
import { parseOptionalText } from '#app/cases/free-text.ts'
import { bothOf } from '#app/cases/stored-texts.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { contentVersion, folderMark, openedAt } from '#app/cases/version.server.ts'
import { type HistoryEvent, kindOfEvent } from '#app/domain/event.ts'
import { longestText } from '#app/domain/event-text.ts'
import { isAllowed } from '#app/domain/transition.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { statusName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { StoredApplication } from '#db/applications.server.ts'
import { applicationAt, applicationNow } from './status.server.ts'

type Params = { mode?: string; number?: string }

/** Why the hall cannot be asked about an application now: `over`, or `enough` while so many questions wait; null where it can. */
export function whyNotAsked(application: StoredApplication, history: readonly HistoryEvent[]): 'over' | 'enough' | null {
  if (!isAllowed(application, 'ask-hall', { role: 'resident' })) return 'over'
  return whyBarred('ask-hall', { ...application, history, who: undefined }) === null ? null : 'enough'
}

/** The version of what was asked and answered: another one with every question and every answer. */
const versionOf = (history: readonly HistoryEvent[]): string => contentVersion(history.filter(isOfTalk).length)

const isOfTalk = (event: HistoryEvent): boolean => isQuestion(event) || kindOfEvent(event) === 'answer-resident'
const isQuestion = (event: HistoryEvent): boolean => kindOfEvent(event) === 'ask-hall'

/** Data of the page on which the hall is asked. Whoever is helped at the hall asks there. */
export async function askLoader(context: RequestContext, params: Params) {
  const { mode } = context
  const { open, application } = await applicationAt(context, params)
  const history = await historyOf(application.id)
  const whyNot = whyNotAsked(application, history)
  if (context.actor.by !== 'resident' || (whyNot !== null && !context.afterPost))
    return redirectTo(paths.application(mode, application.number))
  return page({
    ...{ mode, at: context.at, number: application.number, service: application.service, title: await applicationName(application) },
    ...{ inFolder: folderMark(open.stored.id), version: versionOf(history), allowed: whyNot === null },
    last: lastAnswer(history),
  })
}

function lastAnswer(history: readonly HistoryEvent[]) {
  const last = history.findLast(isOfTalk)
  return last?.type === 'answer-resident' ? last.reason : null
}

/** Asks the hall. The same question sent twice from one page is asked once; what cannot be asked any more stays to be copied. */
export async function askAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode } = context
  switchMode(form, context)
  const typed = String(form.get('words') ?? '')
  const again = { text: typed, version: openedAt(form), errors: [] as FieldError[], differences: [] as Difference[] }
  for (let at = await applicationAt(context, params, form); ; at = await applicationNow(context, at)) {
    const { open, application } = at
    const [history, status] = [await historyOf(application.id), paths.application(mode, application.number)]
    const whyNot = whyNotAsked(application, history)
    if (context.actor.by !== 'resident') return redirectTo(status)
    if (form.has('switch-to') && whyNot === null) return page(again)
    const { text, error } = parseOptionalText(typed)
    if (!form.has('switch-to') && openedAt(form) !== versionOf(history) && text && isAskedLast(history, text.text))
      return redirectTo(status)
    const refusedAs = (key: string) => refused({ ...again, errors: [{ key, field: 'words', values: { most: longestText } }] }, 'invalid')
    if (whyNot === null && error) return refusedAs(`errors:field.${error}`)
    if (whyNot === null && !text) return refusedAs('errors:apply.ask')
    if (whyNot === null && text) {
      const event = { type: 'ask-hall' as const, actor: eventActor('resident'), at: context.now.toISOString(), text }
      const result = await changeCase({ ...open, application }, event)
      if (result === 'done') return redirectTo(status)
      // Something else happened meanwhile: tried again.
      if (result === 'stale') continue
    }
    const now = { label: 'application:timeline', now: bothOf(statusName(application.status)), typed: null }
    const own = { label: 'application:ask.text', now: null, typed: sameInBoth(typed) }
    return refused({ ...again, differences: differingLines([now, own]), why: whyNot ?? ('over' as const) }, 'conflict')
  }
}

/** Was this the last thing that was asked? */
function isAskedLast(history: readonly HistoryEvent[], text: string): boolean {
  const last = history.findLast(isQuestion)
  return last?.type === 'ask-hall' && last.text.text === text
}
