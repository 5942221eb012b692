import { and, asc, eq, exists, gt, inArray, not, sql } from 'drizzle-orm'
import { isDecided, statuses } from '#app/domain/status.ts'
import { database } from './connection.server.ts'
import { applications, events } from './schema.server.ts'

const decided = statuses.filter(isDecided)

/** Ids of decided cases for which no document was written later, by id after `after`. */
export async function decidedAfter(after: string, most: number): Promise<string[]> {
  const written = database()
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.applicationId, applications.id), eq(events.type, 'decision-document')))
  const rows = database()
    .select({ id: applications.id })
    .from(applications)
    .where(and(gt(applications.id, after), inArray(applications.status, decided), not(exists(written))))
    .orderBy(asc(applications.id))
    .limit(most)
    .all()
  return rows.map(({ id }) => id)
}

/** Was a migration in code, or a job that runs once, done? They are remembered in one list. */
export async function isNotedAsDone(name: string): Promise<boolean> {
  return database().get(sql`select 1 from code_migrations where name = ${name}`) !== undefined
}

/** Remembers that a job that runs once was done. */
export async function noteAsDone(name: string, at: Date): Promise<void> {
  database().run(sql`insert or ignore into code_migrations values (${name}, ${at.toISOString()})`)
}
