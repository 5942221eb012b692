import { logAccess, numbersAmong } from '#app/access/access-log.server.ts'
import { requireFolder, requireFolderOf, requireReopened } from '#app/access/guards.server.ts'
import { page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { applicationName } from '#app/cases/application-name.server.ts'
import { asTold } from '#app/cases/as-told.server.ts'
import { titleInFull } from '#app/cases/asked-items.ts'
import { historyOf } from '#app/cases/case-events.server.ts'
import { laterDocument } from '#app/cases/decision-document.server.ts'
import { duplicatesOf } from '#app/cases/duplicates.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { isDueSure, legalDeadlines } from '#app/cases/legal-deadlines.ts'
import { lettersTold } from '#app/cases/letter.server.ts'
import { toldMessages } from '#app/cases/notification.server.ts'
import { conditionSays, inCharge } from '#app/cases/stored-texts.ts'
import { decryptSubmission, submissionAmong } from '#app/cases/submission.server.ts'
import type { Submission } from '#app/cases/submission.ts'
import { isAccepted, isDecidedAnew, stoppedSince } from '#app/domain/clock.ts'
import { type Day, dayOf, daysLater, isMoment } from '#app/domain/day.ts'
import { type HistoryEvent, isDecision, isForResident } from '#app/domain/event.ts'
import { awaitsAnswer } from '#app/domain/rating.ts'
import { isReadableRow } from '#app/domain/readable-row.ts'
import { recoveryStoredDays } from '#app/domain/recovery.ts'
import { isOpen, storedDays } from '#app/domain/status.ts'
import { toldHistory } from '#app/domain/take-back.ts'
import { isAllowed } from '#app/domain/transition.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { memberOf } from '#app/forms/members.ts'
import { announcedTo } from '#app/places/announcements.server.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import { serviceById } from '#app/services/index.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { lastNewPin } from '#db/recoveries.server.ts'
import { found } from '../page-data.ts'
import { afterEnding } from './after-ending.server.ts'
import { whyNotAsked } from './ask.server.ts'
import { askedFor, askedNames } from './asked-for.server.ts'
import { handedInNow } from './handed-in.server.ts'
import { lateWhys } from './late-whys.ts'
import { storagePeriodsOf } from './storage-periods.ts'

type Params = { number?: string }

/** Data of the overview of a folder. */
export async function applicationsLoader(context: RequestContext) {
  const { mode } = context
  const open = await requireFolder(context)
  const { stored, code, folder } = open
  const applications = await Promise.all(open.applications.map((one) => asTold(one, context.now)))
  return page({
    handedIn: await handedInNow(open, context.today),
    ...{ mode, at: context.at, code, savedAt: stored.savedAt.toISOString(), language: languageOf(folder, applications) },
    announcements: announcedTo(
      applications.map(({ county }) => county),
      context.today,
    ),
    newPinOn: await newPinOn(stored.id, context.now),
    late: lateWhys.find((why) => why === context.query.get('why')) ?? null,
    storagePeriods: storagePeriodsOf(open.applications),
    nothingSubmitted: applications.every(({ submittedAt }) => submittedAt === null),
    applications: await Promise.all(applications.map(async (one) => ({ ...(await inShort(folder, one)), damaged: await damagedRow(one) }))),
  })
}

/** The day a PIN was last chosen at a hall in place of a lost one, which is told for a while; null where none was. */
async function newPinOn(folderId: string, now: Date): Promise<Day | null> {
  const at = await lastNewPin(folderId, daysLater(now, -recoveryStoredDays))
  return at ? dayOf(at) : null
}

/** The row of an application that cannot be read; null where all can. */
async function damagedRow(one: StoredApplication) {
  const read = await submissionAmong(one)
  return read.ok ? null : { table: read.table, id: read.id }
}

async function inShort(folder: Folder, application: StoredApplication) {
  const { number, service, member, status, changedAt } = application
  return {
    number,
    service,
    title: await applicationName(application),
    status,
    name: member === null ? null : (memberOf(folder, member)?.name ?? null),
    changed: isMoment(changedAt) ? dayOf(changedAt) : null,
  }
}

/** The application of the open folder a URL names. @throws `not-found` where there is none; a redirect to open a folder */
export async function applicationAt(
  context: RequestContext,
  params: Params,
  form?: FormValues,
): Promise<{ open: OpenFolder; application: StoredApplication }> {
  const open = await (form ? requireFolderOf(context, form) : requireFolder(context))
  const application = found(open.applications.find(({ number }) => String(number) === params.number))
  if (!isReadableRow(application)) throw unreadable({ table: 'applications', id: application.id })
  return { open, application }
}

type AtApplication = Awaited<ReturnType<typeof applicationAt>>

/** The same application as it is by now, in the folder as it is by now. @throws as `requireReopened` where it was deleted */
export async function applicationNow(context: RequestContext, { open, application: { id } }: AtApplication): Promise<AtApplication> {
  const now = await requireReopened(context, open)
  return { open: now, application: found(now.applications.find((one) => one.id === id)) }
}

/** Data of the page of one application: history, next step, hall, deadlines. */
export async function applicationLoader(context: RequestContext, params: Params) {
  const { mode } = context
  const { open, application: asStored } = await applicationAt(context, params)
  const application = await asTold(asStored, context.now)
  const [history, messages] = [toldHistory(await historyOf(application.id), context.now), await toldMessages(application.id)]
  const submission = await decryptSubmission(application)
  await logAccess(context, [application], numbersAmong((submission?.rows ?? []).map(({ target }) => target)))
  const later = laterDocument(history)
  const documented = (event: HistoryEvent) =>
    isDecision(event) && !event.document && later ? { ...event, document: later.document } : event
  const decided = history.map(documented).findLast(isDecision)
  return page({
    ...{ mode, at: context.at, code: open.code, ...(await inShort(open.folder, application)) },
    receivers: await receiversFor(application.county, [application.service]),
    departments: decided?.document?.departments ?? inCharge(application.service, submission),
    history: history.filter(isForResident).map((event) => ({
      ...told(documented(event)),
      day: event.at === null ? null : dayOf(event.at),
      declinedFor: declinedFor(event, application.service, submission),
      names: event.type === 'ask-correction' ? event.items.map(askedNames(application, submission)) : [],
    })),
    limits: isOpen(application.status) ? limitsShown(open, application, history, submission) : [],
    clock: isOpen(application.status) ? { begun: isAccepted(history), stopped: stoppedSince(history), anew: isDecidedAnew(history) } : null,
    named: submission?.limits ?? null,
    messages,
    twice: isOpen(application.status) && (await duplicatesOf(application)).length > 0,
    rows: (submission?.rows ?? []).map((row) => ({ ...row, title: titleInFull(row) })),
    papers: submission?.papers.map(({ key, words: label, files }) => ({ key, label, count: files.length })) ?? [],
    until: (await askedFor(application))?.until ?? null,
    mayWithdraw: isAllowed(application, 'withdraw', { role: 'resident' }),
    mayRate: context.actor.by === 'resident' && isAllowed(application, 'rate', { role: 'resident' }),
    ask:
      context.actor.by === 'resident'
        ? { whyNot: whyNotAsked(asStored, history), since: asStored.askedAt && dayOf(asStored.askedAt) }
        : null,
    awaitsAnswer: awaitsAnswer(application),
    storedDays: storedDays(application.status) ?? null,
    letters: lettersTold(history, context.now),
    isBusy: context.query.has('busy'),
    isThere: context.query.has('there'),
    after: await afterEnding(open, application, context.today),
  })
}

/** The legal limits that apply, as they were when it was submitted; where those were not stored, of a service that went, the end that was computed. */
function limitsShown({ folder }: OpenFolder, application: StoredApplication, history: readonly HistoryEvent[], submission?: Submission) {
  const { service, dueOn } = application
  const limits = submission?.limits
  if (limits || serviceById(service) || dueOn === null) return legalDeadlines(folder, application, history, limits)
  return [{ statement: null, says: null, ends: dueOn, sure: isDueSure(service, dueOn) }]
}

/** The condition an event names, and where it stands: as it was when it was submitted. */
function declinedFor(event: HistoryEvent, service: string, submission: Submission | undefined) {
  const condition = event.type === 'decline' ? event.condition : undefined
  if (condition === undefined) return null
  const traced = submission?.trace.find((one) => one.condition === condition)
  return { says: traced?.says ?? conditionSays(service, condition), sources: traced?.sources ?? [] }
}

/** An event without what had been submitted before it. */
function told(event: HistoryEvent): HistoryEvent {
  if (event.type !== 'resubmit') return event
  const { before: _before, ...rest } = event
  return rest
}
