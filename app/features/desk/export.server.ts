import { setImmediate } from 'node:timers/promises'
import writeXlsx from 'write-excel-file/node'
import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { type FileOutcome, type RedirectTo, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { staffNames } from '#app/access/staff-names-by-id.server.ts'
import { applicationHeads, headIn } from '#app/cases/application-name.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { folderAmong } from '#app/cases/folder.server.ts'
import { isDueSure } from '#app/cases/legal-deadlines.ts'
import type { SubmittedHead } from '#app/cases/submission.server.ts'
import { dayOf, isMoment } from '#app/domain/day.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { plainIn, plainText } from '#app/i18n/messages.ts'
import { type Mode, sourceLanguage } from '#app/i18n/mode.ts'
import { countyName, modeName, plainName, statusName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { appendDeskEvent } from '#db/audit-log.server.ts'
import { foldersByIds } from '#db/folders.server.ts'
import { type QueuedCase, type QueueFilter, type QueueKey, queuePage } from '#db/queue.server.ts'
import { csvOf } from './csv.ts'
import { chosenIn, filterOf, queryOf } from './filters.ts'

/** The most cases of one list, and how many are read at a time. */
const [mostCases, atOnce] = [20_000, 500]

/** A GET of the address of a list, as after signing in, redirects to the queue. */
export function redirectToQueue(context: RequestContext): RedirectTo {
  requireStaff(context, 'cases')
  return redirectTo(paths.queue(context.mode, queryOf(chosenIn(context.query))))
}

/**
 * The filtered list of cases as CSV or XLSX: what the queue shows without names of residents. Written into the
 * audit log before it is sent: who exported what, and how many cases.
 */
export async function exportAction(context: RequestContext, form: FormValues): Promise<FileOutcome> {
  const { mode, now } = context
  const staff = requireStaff(context, 'cases')
  const format = form.get('format') === 'xlsx' ? 'xlsx' : 'csv'
  const chosen = chosenIn(context.query)
  const cases = await casesOf(filterOf(chosen, requirePlace(staff), staff, now))
  const target = new URLSearchParams({ ...queryOf(chosen), format, cases: String(cases.length) }).toString()
  await refusingFullDisk(
    appendDeskEvent(encryptEvent({ type: 'look', actor: eventActor(staff.role, staff.id), at: now.toISOString(), what: 'export', target })),
  )
  const rows = await exportRows(cases, mode)
  const content = format === 'csv' ? csvOf(rows) : new Uint8Array(await writeXlsx(rows.map((row) => row.map(cellOf))).toBuffer())
  return { kind: 'file', type: types[format], content, name: `cases.${format}` }
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A text cell: never a formula, whatever it contains. */
const cellOf = (value: string) => ({ value, type: String })

async function casesOf(filter: QueueFilter): Promise<QueuedCase[]> {
  const all: QueuedCase[] = []
  for (let after: QueueKey | undefined; all.length < mostCases; after = all.at(-1)) {
    const some = await queuePage(filter, after, atOnce)
    all.push(...some)
    if (some.length < atOnce) break
    // Yields to requests.
    await setImmediate()
  }
  return all
}

function dueOf({ service, dueOn }: QueuedCase, { limits }: SubmittedHead, mode: Mode): string {
  if (dueOn === null) return ''
  return isDueSure(service, dueOn, limits) ? dueOn : plainText(mode, 'desk:list.not-before', { day: dueOn })
}

const columns = ['code', 'service', 'county', 'status', 'language', 'submitted', 'due', 'who'] as const

async function exportRows(cases: readonly QueuedCase[], mode: Mode): Promise<string[][]> {
  const names = await staffNames(cases.map(({ assignee }) => assignee))
  const rows: string[][] = [columns.map((column) => plainText(mode, `desk:list.${column}`))]
  let folders: Awaited<ReturnType<typeof foldersByIds>> = new Map()
  let heads: Awaited<ReturnType<typeof applicationHeads>> = new Map()
  for (const [index, one] of cases.entries()) {
    if (index % atOnce === 0) {
      // Yields to requests.
      await setImmediate()
      const some = cases.slice(index, index + atOnce)
      folders = await foldersByIds(some.map(({ folderId }) => folderId))
      heads = await applicationHeads(some)
    }
    const read = folderAmong(folders, one.folderId)
    const values: Record<(typeof columns)[number], string> = {
      code: read.ok ? `${read.value.code}/${one.number}` : `${plainText(mode, 'errors:unreadable')} ${one.folderId}/${one.number}`,
      service: plainIn(mode, (language) => headIn(heads, one).name[language]),
      county: plainName(mode, countyName(one.county)),
      status: plainName(mode, statusName(one.status)),
      language: plainName(mode, modeName(one.mode ?? sourceLanguage)),
      submitted: isMoment(one.submittedAt) ? dayOf(one.submittedAt) : plainText(mode, 'errors:unreadable'),
      due: dueOf(one, headIn(heads, one), mode),
      who: one.assignee === null ? '' : (names.get(one.assignee) ?? ''),
    }
    rows.push(columns.map((column) => values[column]))
  }
  return rows
}
