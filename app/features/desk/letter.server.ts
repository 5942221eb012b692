import { letterAddress } from '#app/access/letter-address.server.ts'
import { notFound, page, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { letterEventOf, letterOf } from '#app/cases/letter.server.ts'
import { pdfName } from '#app/cases/letter.ts'
import { letterPdf } from '#app/cases/letter-blocks.ts'
import { checksumOf } from '#app/cases/letter-checksum.server.ts'
import { isLetter } from '#app/domain/letter-event.ts'
import { pdfOf } from '#app/drawing/pdf.server.ts'
import { paths } from '#app/paths.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import { type CaseParams, caseAt } from './case.server.ts'
import { headOfCase } from './case-view.server.ts'

/**
 * Data of the letter of a decision, the last one where the address names none: its document, the addressee, and the day on which the case
 * was taken up again after it. @throws `not-found` where it was not decided
 */
export async function letterLoader(context: RequestContext, params: CaseParams) {
  const { deskCase, event, letter } = await letterAt(context, params)
  const { mode, staff } = deskCase
  return page({
    ...{ mode, at: context.at, staff, ...headOfCase(deskCase), ...letter },
    decision: context.query.get('decision') ?? undefined,
    isBusy: context.query.has('busy'),
    isAltered: event.document?.register !== undefined && event.document.register.checksum !== checksumOf(event),
  })
}

/** The letter as a PDF; where too many are drawn, its page says so. */
export async function letterPdfLoader(context: RequestContext, params: CaseParams) {
  const { deskCase, event, letter } = await letterAt(context, params)
  const content = await pdfOf(letterPdf(letter, event.at))
  const decision = context.query.get('decision') ?? undefined
  if (!content) return redirectTo(paths.letter(deskCase.mode, deskCase.application.id, decision, 'busy'))
  return { kind: 'file', type: 'application/pdf', content, name: pdfName(letter) } as const
}

/** The letter a request names, and its case. @throws `not-found` where it was not decided */
export async function letterAt(context: RequestContext, params: CaseParams) {
  const deskCase = await caseAt(context, params)
  const event = letterEventOf(deskCase.history, context.query.get('decision'), context.now)
  if (event?.type === 'unreadable') throw unreadable({ table: 'events', id: event.id })
  if (!event || !isLetter(event)) throw notFound()
  return { deskCase, event, letter: await letterOf(deskCase, event, letterAddress) }
}
