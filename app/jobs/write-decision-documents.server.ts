import { setImmediate } from 'node:timers/promises'
import { caseById } from '#app/cases/case.server.ts'
import { eventActor, historyOf } from '#app/cases/case-events.server.ts'
import { documentOf } from '#app/cases/decision-document.server.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { isDecision } from '#app/domain/event.ts'
import { decidedAfter, isNotedAsDone, noteAsDone } from '#db/decisions.server.ts'

const batch = 100
/** How the job is remembered once it was done. */
const name = 'decision-documents'

/** What a pass came to: documents written, and decisions that could not be read. */
export type Written = { readonly documents: number; readonly unreadable: number }

/**
 * Writes the document of every decision that was taken before decisions were written with theirs, from what is known now, as an event of
 * its own: from then on it reads the same for ever. Runs once in the life of an installation, beside the daily work; undefined where it
 * was done before. A case that cannot be read whole is tried again at the next start.
 */
export async function writeDecisionDocuments(now: Date): Promise<Written | undefined> {
  if (await isNotedAsDone(name)) return undefined
  let [documents, unreadable] = [0, 0]
  for (let after = ''; ; ) {
    const ids = await decidedAfter(after, batch)
    for (const id of ids) {
      const came = await write(id, now).catch(() => 'unreadable' as const)
      if (came === 'unreadable') unreadable += 1
      else if (came === 'written') documents += 1
    }
    const last = ids.at(-1)
    if (last === undefined) break
    after = last
    // Others have their turn.
    await setImmediate()
  }
  if (unreadable === 0) await noteAsDone(name, now)
  return { documents, unreadable }
}

async function write(id: string, now: Date): Promise<'written' | 'has-one' | 'unreadable'> {
  const history = await historyOf(id)
  if (history.some(({ type }) => type === 'unreadable')) return 'unreadable'
  const decision = history.findLast(isDecision)
  if (!decision || decision.document) return 'has-one'
  const found = await caseById(id)
  const document = await documentOf(found, decision)
  await changeCase(found, { type: 'decision-document', actor: eventActor('system'), at: now.toISOString(), document })
  return 'written'
}
