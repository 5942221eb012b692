import { and, eq, isNotNull, lte, notExists, sql } from 'drizzle-orm'
import { committed, Stale } from './commit.server.ts'
import { database, given, oneOfGiven, prepared } from './connection.server.ts'
import { replaceLookups } from './lookups.server.ts'
import { insertMessages, type NewMessage } from './outbox.server.ts'
import { applications, folders, sessions } from './schema.server.ts'

/** A family folder as stored: encrypted, under a keyed hash of its code. */
export type StoredFolder = {
  readonly id: string
  readonly codeHash: string
  readonly pinHash: string
  readonly sealed: Buffer
  /** Counts every save. */
  readonly version: number
  /** Sent when its drafts are handed in, and replaced then: what is sent twice is handed in once. */
  readonly submissionToken: string
  readonly createdAt: Date
  readonly savedAt: Date
  readonly expiresAt: Date
}

/** Inserts a new folder with its first applications, and what it is looked up by; false when its code is taken. */
export async function insertFolder(
  { lookups = [], ...folder }: StoredFolder & Partial<Pick<FolderChange, 'lookups'>>,
  wanted: readonly NewApplication[],
): Promise<boolean> {
  return committed((tx) => {
    const { changes } = tx
      .insert(folders)
      .values({
        ...folder,
        createdAt: folder.createdAt.toISOString(),
        savedAt: folder.savedAt.toISOString(),
        expiresAt: folder.expiresAt.toISOString(),
      })
      .onConflictDoNothing()
      .run()
    if (changes === 0) return false
    replaceLookups(folder.id, lookups)
    for (const one of wanted)
      tx.insert(applications)
        .values(draftRow(folder.id, one, folder.createdAt))
        .run()
    return true
  })
}

/** An application to be inserted as a draft. */
export type NewApplication = {
  readonly id: string
  readonly number: number
  readonly service: string
  readonly member: string | null
}

const draftRow = (folderId: string, one: NewApplication, at: Date) => ({
  ...one,
  folderId,
  status: 'draft',
  createdAt: at.toISOString(),
  changedAt: at.toISOString(),
})

const byCode = prepared((db) =>
  db
    .select()
    .from(folders)
    .where(eq(folders.codeHash, given('codeHash')))
    .prepare(),
)
const byId = prepared((db) =>
  db
    .select()
    .from(folders)
    .where(eq(folders.id, given('id')))
    .prepare(),
)
const byIds = prepared((db) => db.select().from(folders).where(oneOfGiven(folders.id, 'ids')).prepare())

/** The folder of a code, unless it has expired. */
export async function folderByCode(codeHash: string): Promise<StoredFolder | undefined> {
  const row = byCode().get({ codeHash })
  return row && storedFolder(row)
}

/** The folder of an id. */
export async function folderById(id: string): Promise<StoredFolder | undefined> {
  const row = byId().get({ id })
  return row && storedFolder(row)
}

/** The folders of these ids, by id. */
export async function foldersByIds(ids: readonly string[]): Promise<ReadonlyMap<string, StoredFolder>> {
  const rows = byIds().all({ ids: JSON.stringify(ids) })
  return new Map(rows.map((row) => [row.id, storedFolder(row)]))
}

type Row = typeof folders.$inferSelect

/** A row of the table as a folder. */
export function storedFolder(row: Row): StoredFolder {
  return { ...row, createdAt: new Date(row.createdAt), savedAt: new Date(row.savedAt), expiresAt: new Date(row.expiresAt) }
}

/** What a save changes: the content, and drafts added or deleted. */
export type FolderChange = {
  readonly id: string
  /** The version the change was made on. */
  readonly version: number
  readonly sealed: Buffer
  /** Keyed hashes of what it is looked up by at the hall. */
  readonly lookups: readonly string[]
  readonly at: Date
  readonly expiresAt: Date
  readonly add?: readonly NewApplication[]
  /** Numbers of drafts to delete. */
  readonly remove?: readonly number[]
  /** The mode its people read from now on: the desk finds what they handed in by it. */
  readonly mode?: string
  /** Messages of the change. */
  readonly messages?: readonly NewMessage[]
}

const save = prepared((db) =>
  db
    .update(folders)
    .set({
      sealed: given('sealed'),
      version: sql`${folders.version} + 1`,
      savedAt: given('savedAt'),
      expiresAt: given('expiresAt'),
    })
    .where(and(eq(folders.id, given('id')), eq(folders.version, given('version'))))
    .prepare(),
)

/** Saves the content of a folder in the open transaction; false when it was saved elsewhere since. */
export function saveContent(content: Omit<FolderChange, 'add' | 'remove' | 'mode'>): boolean {
  const { id, version, sealed, lookups, messages = [], at, expiresAt } = content
  if (save().run({ id, version, sealed, savedAt: at.toISOString(), expiresAt: expiresAt.toISOString() }).changes === 0) return false
  replaceLookups(id, lookups)
  insertMessages(database(), messages)
  return true
}

/** Saves a folder; false when it was saved elsewhere since, or a draft to delete is no longer a draft. Nothing is then changed. */
export async function saveFolder({ add = [], remove = [], mode, ...content }: FolderChange): Promise<boolean> {
  const { id, at } = content
  try {
    return await committed((tx) => {
      if (!saveContent(content)) return false
      for (const one of add)
        tx.insert(applications)
          .values(draftRow(id, one, at))
          .run()
      for (const number of remove) {
        const gone = tx
          .delete(applications)
          .where(and(eq(applications.folderId, id), eq(applications.number, number), eq(applications.status, 'draft')))
          .run()
        if (gone.changes === 0) throw new Stale()
      }
      if (mode !== undefined) tx.update(applications).set({ mode }).where(handedInFrom(id)).run()
      return true
    })
  } catch (error) {
    if (error instanceof Stale) return false
    throw error
  }
}

const handedInFrom = (id: string) => and(eq(applications.folderId, id), isNotNull(applications.submittedAt))

/** Deletes a folder with everything in it, unless something of it was submitted or it was saved since this version; false then. */
export async function removeFolder({ id, version }: Pick<StoredFolder, 'id' | 'version'>): Promise<boolean> {
  return committed((tx) => {
    const submitted = tx.select({ id: applications.id }).from(applications).where(handedInFrom(id)).limit(1)
    return (
      tx
        .delete(folders)
        .where(and(eq(folders.id, id), eq(folders.version, version), notExists(submitted)))
        .run().changes === 1
    )
  })
}

/** Deletes expired sessions, and folders that hold nothing any more; returns how many folders. */
export async function removeIdle(now: Date): Promise<number> {
  return committed((tx) => {
    tx.delete(sessions).where(lte(sessions.expiresAt, now.toISOString())).run()
    const any = tx.select({ id: applications.id }).from(applications).where(eq(applications.folderId, folders.id))
    return tx
      .delete(folders)
      .where(and(lte(folders.expiresAt, now.toISOString()), notExists(any)))
      .run().changes
  })
}
