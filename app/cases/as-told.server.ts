import { takeBackSeconds, toldHistory } from '#app/domain/take-back.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { historyOf } from './case-events.server.ts'

/** No approval is kept back longer than this, in milliseconds: only so young ones are looked at. */
const longest = takeBackSeconds * 2000

/** An application as its resident is told it: an approval that may still be taken back is not told. */
export async function asTold(application: StoredApplication, now: Date): Promise<StoredApplication> {
  const { id, status, decidedAt } = application
  if (status !== 'approved' || decidedAt === null || now.getTime() - Date.parse(decidedAt) > longest) return application
  const history = await historyOf(id)
  if (toldHistory(history, now).length === history.length) return application
  return { ...application, status: 'in-review', decidedAt: null, expiresAt: null }
}
