import { json } from '@remix-run/node'
import { isClosed, isWithHall, moved } from '#app/domain/application.ts'
import { evaluate } from '#app/domain/condition.ts'
import type { Day } from '#app/domain/day.ts'
import type { ApplicationEvent } from '#app/domain/event.ts'
import { withOwn } from '#app/domain/form.ts'
import { serviceById } from '#app/services/index.ts'
import { othersOf, type StoredApplication } from '#db/applications.server.ts'
import { messagesOf } from '#db/outbox.server.ts'
import { found, modeOf, placeOf, today } from '../page-data.ts'
import { folderAt, type OpenFolder } from './folder.server.ts'
import { type Folder, formOf, memberOf, readingOf, subjectFor } from './folder.ts'
import { historyOf, keptAfter, submissionIn } from './moving.server.ts'
import { personHashOf } from './submitting.server.ts'
import { limitEnds } from './working-days.ts'

type Params = { mode?: string; number?: string }

/** A calendar day in Qinghai of a moment. */
const dayOf = (at: string | Date): Day => today(new Date(at))

/** Everything the overview of a folder shows. */
export async function showApplications(request: Request, params: Params) {
  const mode = modeOf(params)
  const { stored, code, folder, applications } = await folderAt(request, mode)
  return json({
    ...{ mode, at: placeOf(request), code, savedAt: stored.savedAt.toISOString() },
    kept: { decided: keptAfter.approved, withdrawn: keptAfter.withdrawn },
    nothingSubmitted: applications.every(({ submittedAt }) => submittedAt === null),
    applications: applications.map((one) => inShort(folder, one)),
  })
}

function inShort(folder: Folder, { number, service, member, status, changedAt }: StoredApplication) {
  return { number, service, status, name: member === null ? null : (memberOf(folder, member)?.name ?? null), changed: dayOf(changedAt) }
}

/** The application a URL names, of the folder that is open. Throws 404 where there is none such, the way to the opening page where none is open. */
export async function applicationAt(request: Request, params: Params): Promise<{ open: OpenFolder; application: StoredApplication }> {
  const open = await folderAt(request, modeOf(params))
  return { open, application: found(open.applications.find(({ number }) => String(number) === params.number)) }
}

/** Everything the page of one application shows: its life so far, what comes next, who has it, until when. */
export async function showApplication(request: Request, params: Params) {
  const mode = modeOf(params)
  const { open, application } = await applicationAt(request, params)
  const [history, messages] = [await historyOf(application.id), await messagesOf(application.id)]
  const submission = submissionIn(application)
  const hash = application.submittedAt === null ? null : personHashOf(open.folder, application)
  return json({
    ...{ mode, at: placeOf(request), code: open.code, ...inShort(open.folder, application) },
    departments: serviceById(application.service)?.departments ?? [],
    channel: formOf(application.service)?.channel ?? null,
    history: history.map((event) => ({ ...told(event), day: dayOf(event.at) })),
    limits: isWithHall(application.status) ? limitsOf(open.folder, application, history) : [],
    messages: messages.map(({ state }) => state),
    twice: hash !== null && !isClosed(application.status) && (await othersOf(hash, application.id)).length > 0,
    rows: submission?.rows ?? [],
    papers: submission?.papers.map(({ key, words, files }) => ({ key, words, count: files.length })) ?? [],
    mayWithdraw: moved(application.status, 'withdraw', 'resident') !== undefined,
    mayRate: isClosed(application.status) && application.submittedAt !== null && !history.some(({ type }) => type === 'rate'),
    kept: isClosed(application.status) ? keptAfter[application.status as keyof typeof keptAfter] : null,
  })
}

/** An event without what had been submitted before it. */
function told(event: ApplicationEvent): ApplicationEvent {
  if (event.type !== 'resubmit') return event
  const { before: _before, ...rest } = event
  return rest
}

/** The legal time limits that apply, from the day the hall accepted. Only where the sources name one. */
function limitsOf(
  folder: Folder,
  application: StoredApplication,
  history: readonly ApplicationEvent[],
): { statement: string; ends: Day }[] {
  const accepted = history.find(({ type }) => type === 'accept' || type === 'start-review')
  if (!accepted) return []
  const reading = readingOf(folder, dayOf(accepted.at))
  const subject =
    application.member === null ? withOwn(reading.household, () => undefined) : subjectFor(folder, application, dayOf(accepted.at))
  const own = withOwn(subject, (field) => folder.values[`own/n${application.number}/${field}`])
  return (formOf(application.service)?.limits ?? [])
    .filter(({ when }) => !when || evaluate(when, own).truth === 'yes')
    .map((limit) => ({ statement: limit.statement, ends: limitEnds(dayOf(accepted.at), limit) }))
}
