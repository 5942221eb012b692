import { expireAssistedSessions } from '#app/access/assisted-right.server.ts'
import { recomputeDeadlines } from '#app/cases/recompute-deadlines.server.ts'
import { expireRecoveries } from '#app/cases/recovery.server.ts'
import { type Day, dayOf, daysLater } from '#app/domain/day.ts'
import { recoveryStoredDays } from '#app/domain/recovery.ts'
import { forgetFormerKeys } from '#app/jobs/key-check.server.ts'
import { rotateKeys } from '#app/jobs/key-rotation.server.ts'
import { startDelivery } from '#app/jobs/outbox.server.ts'
import { remindOfCorrections } from '#app/jobs/remind.server.ts'
import { applyRetention } from '#app/jobs/retention.server.ts'
import { writeDecisionDocuments } from '#app/jobs/write-decision-documents.server.ts'
import { writeSubmissionTexts } from '#app/jobs/write-submission-texts.server.ts'
import { announced, calendarEnd } from '#app/places/calendar.ts'
import { removeStaleUploads } from '#app/uploads/remove.server.ts'
import { removeExpiredCarriedForms } from '#db/carried-forms.server.ts'
import { removeSearches } from '#db/person-searches.server.ts'
import { removeRecoveries } from '#db/recoveries.server.ts'
import { removeExpired } from '#db/saved-checks.server.ts'
import { removeEndedAtDesk } from '#db/staff-sessions.server.ts'
import type { Config } from './config.ts'

type Log = (line: string) => void

/** Starts what runs beside the requests: retention and reminders every hour, messages, and what a start has to catch up with. @returns how to stop it */
export function startJobs(sms: Config['sms'], log: Log): () => Promise<void> {
  const retention = setInterval(() => void deleteExpired(new Date()).catch(() => log('{"level":"error","error":"retention"}')), 3_600_000)
  retention.unref()
  const reminders = setInterval(() => void logged('reminders', () => reminded(new Date()), log), 3_600_000)
  reminders.unref()
  void logged('reminders', () => reminded(new Date()), log)
  const stopDelivery = sms ? startDelivery(sms, log) : async () => {}
  void logged('key-rotation', rotatedKeys, log)
  void logged('deadlines', () => deadlinesAnew(dayOf(new Date())), log)
  // Documents of older decisions are made from the texts of what was submitted.
  void logged('submission-words', () => textWritten(new Date()), log).then(() =>
    logged('decision-documents', () => documentsWritten(new Date()), log),
  )
  sayCalendarEnd(dayOf(new Date()), log)
  return async () => {
    clearInterval(retention)
    clearInterval(reminders)
    await stopDelivery()
  }
}

/** What a job counted, as one line of the log; nothing where there was nothing to do. */
type Counts = Readonly<Record<string, number>> | undefined

async function logged(name: string, job: () => Promise<Counts>, log: Log): Promise<void> {
  try {
    const counts = await job()
    if (counts) log(JSON.stringify({ level: 'info', ...counts }))
  } catch {
    log(JSON.stringify({ level: 'error', error: name }))
  }
}

async function rotatedKeys(): Promise<Counts> {
  const done = await rotateKeys()
  if (done?.complete) await forgetFormerKeys(new Date())
  return done && { reencrypted: done.anew, unreadable: done.unreadable }
}

async function deadlinesAnew(on: Day): Promise<Counts> {
  const { changed, unreadable } = await recomputeDeadlines(on)
  return changed + unreadable > 0 ? { deadlines: changed, unreadable } : undefined
}

async function reminded(now: Date): Promise<Counts> {
  const done = await remindOfCorrections(now)
  return done.reminded + done.unreadable > 0 ? done : undefined
}

async function textWritten(now: Date): Promise<Counts> {
  const written = await writeSubmissionTexts(now)
  return written && written.submissions + written.left > 0 ? { 'submission-words': written.submissions, left: written.left } : undefined
}

async function documentsWritten(now: Date): Promise<Counts> {
  const written = await writeDecisionDocuments(now)
  return written && written.documents + written.unreadable > 0
    ? { 'decision-documents': written.documents, unreadable: written.unreadable }
    : undefined
}

/** Applies retention everywhere. */
async function deleteExpired(now: Date): Promise<void> {
  await removeExpired(now, daysLater(now, -1))
  await expireAssistedSessions(now)
  await applyRetention(now)
  await removeStaleUploads(now)
  await removeEndedAtDesk(now)
  await removeExpiredCarriedForms(now)
  await removeSearches(daysLater(now, -1))
  await expireRecoveries(now)
  await removeRecoveries(daysLater(now, -recoveryStoredDays))
}

/** Logs, from ninety days ahead and at each start, that the holiday table ends. */
function sayCalendarEnd(on: Day, log: (line: string) => void): void {
  const end = calendarEnd(on, announced())
  if (!end) return
  const when = end.left > 0 ? `ends in ${end.left} days, with ${end.year}` : `ended with ${end.year}`
  log(JSON.stringify({ level: 'warn', calendar: `The table of public holidays ${when}: add ${end.year + 1} to holidays.json in DATA_DIR` }))
}
