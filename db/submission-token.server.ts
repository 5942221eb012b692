import { and, eq, sql } from 'drizzle-orm'
import { given, prepared } from './connection.server.ts'
import { applications, folders } from './schema.server.ts'

/** The drafts of a folder about to be submitted: their submission token, and the one that follows it. */
export type SubmittedBatch = {
  readonly id: string
  readonly version: number
  readonly submissionToken: string
  readonly nextToken: string
  readonly at: Date
}

const replaceToken = prepared((db) =>
  db
    .update(folders)
    .set({
      submissionToken: given('nextToken'),
      version: sql`${folders.version} + 1`,
      savedAt: given('at'),
    })
    .where(and(eq(folders.id, given('id')), eq(folders.version, given('version')), eq(folders.submissionToken, given('submissionToken'))))
    .prepare(),
)
const submittedWith = prepared((db) =>
  db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.folderId, given('id')), eq(applications.submissionToken, given('submissionToken'))))
    .prepare(),
)

/** Uses up a submission token in the open transaction: `before` where it was used already, `stale` where the folder was saved since. */
export function consumeToken({ id, version, submissionToken, nextToken, at }: SubmittedBatch): 'done' | 'before' | 'stale' {
  if (replaceToken().run({ id, version, submissionToken, nextToken, at: at.toISOString() }).changes > 0) return 'done'
  return submittedWith().get({ id, submissionToken }) ? 'before' : 'stale'
}
