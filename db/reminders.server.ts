import { and, asc, eq, gt } from 'drizzle-orm'
import { statuses } from '#app/domain/status.ts'
import { database } from './connection.server.ts'
import { applications } from './schema.server.ts'

/** Ids of cases whose resident is asked for corrections, after an id. */
export async function casesAwaitingCorrection(after: string, most: number): Promise<string[]> {
  const { id, status } = applications
  const asked = statuses.filter((one) => one === 'correction-asked')[0] ?? ''
  return database()
    .select({ id })
    .from(applications)
    .where(and(eq(status, asked), gt(id, after)))
    .orderBy(asc(id))
    .limit(most)
    .all()
    .map((row) => row.id)
}
