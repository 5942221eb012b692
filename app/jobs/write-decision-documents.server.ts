import { caseById } from '#app/cases/case.server.ts'
import { eventActor, historyOf } from '#app/cases/case-events.server.ts'
import { documentOf } from '#app/cases/decision-document.server.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { isDecision } from '#app/domain/event.ts'
import { decidedAfter } from '#db/decisions.server.ts'
import { type RowOutcome, runOnce } from './run-once.server.ts'

const batch = 100
/** How the job is remembered once it was done. */
const name = 'decision-documents'

/** What a pass came to: documents written, and decisions that could not be read. */
export type Written = { readonly documents: number; readonly unreadable: number }

/**
 * Writes the document of every decision that was taken before decisions were written with theirs, from what is known now, as an event of
 * its own: from then on it reads the same for ever. Once, as `runOnce` says; a case that cannot
 * be read whole is left.
 */
export async function writeDecisionDocuments(now: Date): Promise<Written | undefined> {
  const result = await runOnce(
    name,
    now,
    (last?: string) => decidedAfter(last ?? '', batch),
    (id) => write(id, now),
  )
  return result && { documents: result.done, unreadable: result.left }
}

async function write(id: string, now: Date): Promise<RowOutcome> {
  const history = await historyOf(id)
  if (history.some(({ type }) => type === 'unreadable')) return 'left'
  const decision = history.findLast(isDecision)
  if (!decision || decision.document) return 'needless'
  const found = await caseById(id)
  const document = await documentOf(found, decision)
  await changeCase(found, { type: 'decision-document', actor: eventActor('system'), at: now.toISOString(), document })
  return 'done'
}
