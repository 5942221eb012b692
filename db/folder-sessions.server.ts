import { and, eq, gt } from 'drizzle-orm'
import { committed } from './commit.server.ts'
import { given, prepared } from './connection.server.ts'
import { type StoredFolder, storedFolder } from './folders.server.ts'
import { folders, sessions } from './schema.server.ts'

/** Opens a folder for a session: a resident's, or a clerk's in an assisted session. */
export async function openSession(idHash: string, folderId: string, expiresAt: Date, clientSession: string | null = null): Promise<void> {
  await committed((tx) => tx.insert(sessions).values({ idHash, folderId, clientSession, expiresAt: expiresAt.toISOString() }).run())
}

const byOpenSession = prepared((db) =>
  db
    .select({ folder: folders, clientSession: sessions.clientSession })
    .from(sessions)
    .innerJoin(folders, eq(folders.id, sessions.folderId))
    .where(and(eq(sessions.idHash, given('idHash')), gt(sessions.expiresAt, given('now'))))
    .prepare(),
)

/** The folder open in a session and the assisted session it belongs to; undefined where there is none, or it has expired. */
export async function folderOfSession(
  idHash: string,
  now: Date,
): Promise<{ readonly folder: StoredFolder; readonly clientSession: string | null } | undefined> {
  const row = byOpenSession().get({ idHash, now: now.toISOString() })
  return row && { folder: storedFolder(row.folder), clientSession: row.clientSession }
}

/** Ends a folder session. */
export async function closeSession(idHash: string): Promise<void> {
  await committed((tx) => tx.delete(sessions).where(eq(sessions.idHash, idHash)).run())
}
