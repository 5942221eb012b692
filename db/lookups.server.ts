import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { database, given, prepared } from './connection.server.ts'
import { applications, folderLookups, folders } from './schema.server.ts'

const ofFolder = prepared((db) =>
  db
    .select({ hash: folderLookups.lookupHash })
    .from(folderLookups)
    .where(eq(folderLookups.folderId, given('folderId')))
    .prepare(),
)
const add = prepared((db) =>
  db
    .insert(folderLookups)
    .values({ folderId: given('folderId'), lookupHash: given('hash') })
    .prepare(),
)
const remove = prepared((db) =>
  db
    .delete(folderLookups)
    .where(and(eq(folderLookups.folderId, given('folderId')), eq(folderLookups.lookupHash, given('hash'))))
    .prepare(),
)

/** What a folder is looked up by from now on, in the open transaction. Most saves change none of it. */
export function replaceLookups(folderId: string, lookups: readonly string[]): void {
  const before = lookupsIn(folderId)
  for (const hash of before) if (!lookups.includes(hash)) remove().run({ folderId, hash })
  for (const hash of lookups) if (!before.includes(hash)) add().run({ folderId, hash })
}

/** What a folder is looked up by now. */
export const lookupsIn = (folderId: string): string[] =>
  ofFolder()
    .all({ folderId })
    .map(({ hash }) => hash)

/** The folders with one of these hashes: of what is in them, of what was handed in from them, or of their code. The last saved come first. */
export async function foldersLookedUp(hashes: readonly string[], most: number): Promise<string[]> {
  const some = [...hashes]
  const within = database().select({ id: folderLookups.folderId }).from(folderLookups).where(inArray(folderLookups.lookupHash, some))
  const handedIn = database().select({ id: applications.folderId }).from(applications).where(inArray(applications.personHash, some))
  return database()
    .select({ id: folders.id })
    .from(folders)
    .where(or(inArray(folders.id, within), inArray(folders.id, handedIn), inArray(folders.codeHash, some)))
    .orderBy(sql`${folders.savedAt} desc`, asc(folders.id))
    .limit(most)
    .all()
    .map(({ id }) => id)
}

/** The next folders after an id with what they are looked up by, in order; empty at the end. */
export async function lookupsAfter(after: string, most: number): Promise<{ id: string; sealed: Buffer; hashes: string[] }[]> {
  const rows = database()
    .select({ id: folders.id, sealed: folders.sealed })
    .from(folders)
    .where(gt(folders.id, after))
    .orderBy(asc(folders.id))
    .limit(most)
    .all()
  return rows.map((row) => ({ ...row, hashes: lookupsIn(row.id) }))
}
