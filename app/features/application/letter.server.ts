import { logAccess, numbersAmong } from '#app/access/access-log.server.ts'
import { letterAddress } from '#app/access/letter-address.server.ts'
import { notFound, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { historyOf } from '#app/cases/case-events.server.ts'
import { letterEventOf, letterOf } from '#app/cases/letter.server.ts'
import { pdfName } from '#app/cases/letter.ts'
import { letterPdf } from '#app/cases/letter-blocks.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import { isLetter } from '#app/domain/letter-event.ts'
import { pdfOf } from '#app/drawing/pdf.server.ts'
import { paths } from '#app/paths.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import { found } from '../page-data.ts'
import { applicationAt } from './status.server.ts'

/** A letter the resident was sent, as a PDF; where too many are drawn, the page of the application says so. */
export async function myLetterLoader(context: RequestContext, params: { number?: string; decision?: string }) {
  const { open, application } = await applicationAt(context, params)
  const [history, submission] = [await historyOf(application.id), found(await decryptSubmission(application))]
  const event = letterEventOf(history, params.decision ?? null, context.now)
  if (event?.type === 'unreadable') throw unreadable({ table: 'events', id: event.id })
  if (!event || !isLetter(event)) throw notFound()
  await logAccess(context, [application], numbersAmong(submission.rows.map(({ target }) => target)))
  const letter = await letterOf({ application, folder: open.folder, code: open.code, history, submission }, event, letterAddress)
  const content = await pdfOf(letterPdf(letter, event.at))
  if (!content) return redirectTo(paths.applicationBusy(context.mode, application.number))
  return { kind: 'file', type: 'application/pdf', content, name: pdfName(letter) } as const
}
