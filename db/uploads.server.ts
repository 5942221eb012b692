import { and, asc, count, eq, inArray, lte, type SQL } from 'drizzle-orm'
import type { UploadState } from '#app/domain/stored-states.ts'
import { committed, type Tx } from './commit.server.ts'
import { database, given, prepared } from './connection.server.ts'
import { folders, papers } from './schema.server.ts'

/** An uploaded file: its paper and member, type, size. Its bytes lie encrypted beside the database. */
export type StoredUpload = {
  readonly id: string
  readonly folderId: string
  /** Paper and member (`PaperKey`). */
  readonly paper: string
  /** `receiving` while pieces arrive, `kept` once it can be shown. */
  readonly state: UploadState
  /** Media type; empty while pieces arrive, because only the content tells. */
  readonly type: string
  /** Bytes received so far, then bytes stored. */
  readonly bytes: number
  /** Bytes expected while receiving, then bytes stored. */
  readonly size: number
  readonly createdAt: Date
}

/** A file to be added. */
export type NewUpload = Omit<StoredUpload, 'size'> & { readonly size?: number }

/** Maximum numbers of files, complete or still arriving. */
export type UploadLimits = { readonly ofPaper: number; readonly ofFolder: number }

type Row = typeof papers.$inferSelect

function stored(row: Row): StoredUpload {
  return { ...row, state: row.state === 'receiving' ? 'receiving' : 'kept', createdAt: new Date(row.createdAt) }
}

/** Adds a file, unless a maximum is reached, or the folder was deleted meanwhile. */
export async function insertUpload(paper: NewUpload, most: UploadLimits): Promise<'added' | 'paper-full' | 'folder-full' | 'folder-gone'> {
  const { size = paper.bytes, ...row } = paper
  return committed((tx) => {
    if (!tx.select({ id: folders.id }).from(folders).where(eq(folders.id, paper.folderId)).get()) return 'folder-gone'
    const ofFolder = eq(papers.folderId, paper.folderId)
    if (number(tx, and(ofFolder, eq(papers.paper, paper.paper))) >= most.ofPaper) return 'paper-full'
    if (number(tx, ofFolder) >= most.ofFolder) return 'folder-full'
    tx.insert(papers)
      .values({ ...row, size, createdAt: paper.createdAt.toISOString() })
      .run()
    return 'added'
  })
}

const number = (tx: Tx, which: SQL | undefined) => tx.select({ found: count() }).from(papers).where(which).get()?.found ?? 0

const inFolder = prepared((db) =>
  db
    .select()
    .from(papers)
    .where(eq(papers.folderId, given('folderId')))
    .orderBy(asc(papers.createdAt), asc(papers.id))
    .prepare(),
)

/** Every file of a folder, or of one of its papers, oldest first. */
export async function uploadsIn(folderId: string, paper?: string): Promise<StoredUpload[]> {
  const rows = inFolder().all({ folderId })
  return rows.filter((row) => paper === undefined || row.paper === paper).map(stored)
}

const ofFolder = (folderId: string, id: string) => and(eq(papers.folderId, folderId), eq(papers.id, id))

/** One file of a folder; undefined where the folder has none with this id. */
export async function uploadById(folderId: string, id: string): Promise<StoredUpload | undefined> {
  const row = database().select().from(papers).where(ofFolder(folderId, id)).get()
  return row && stored(row)
}

/** Moves files of a folder to other papers, by the keys of both. */
export async function rekeyUploads(folderId: string, keys: ReadonlyMap<string, string>): Promise<void> {
  await committed((tx) => {
    for (const [from, to] of keys)
      tx.update(papers)
        .set({ paper: to })
        .where(and(eq(papers.folderId, folderId), eq(papers.paper, from)))
        .run()
  })
}

/** A piece received: its start, and where the file now ends. */
export type Received = { readonly folderId: string; readonly id: string; readonly from: number; readonly to: number }

/** Notes how much of a file was received; false when it does not end at `from` any more. */
export async function setReceived({ folderId, id, from, to }: Received): Promise<boolean> {
  return committed(
    (tx) =>
      tx
        .update(papers)
        .set({ bytes: to })
        .where(and(ofFolder(folderId, id), eq(papers.state, 'receiving'), eq(papers.bytes, from)))
        .run().changes === 1,
  )
}

/** A complete file, after sanitizing. */
export type CompleteUpload = { readonly folderId: string; readonly id: string; readonly type: string; readonly bytes: number }

/** Marks an arriving file as complete; false where none was arriving. */
export async function saveUpload({ folderId, id, type, bytes }: CompleteUpload): Promise<boolean> {
  return committed(
    (tx) =>
      tx
        .update(papers)
        .set({ state: 'kept', type, bytes, size: bytes })
        .where(and(ofFolder(folderId, id), eq(papers.state, 'receiving')))
        .run().changes === 1,
  )
}

/** Deletes a file; false when the folder has none with this id. */
export async function deleteUpload(folderId: string, id: string): Promise<boolean> {
  return committed((tx) => tx.delete(papers).where(ofFolder(folderId, id)).run().changes === 1)
}

/** Incomplete files begun before a date. */
export async function staleUploads(before: Date): Promise<StoredUpload[]> {
  return database()
    .select()
    .from(papers)
    .where(and(eq(papers.state, 'receiving'), lte(papers.createdAt, before.toISOString())))
    .all()
    .map(stored)
}

/** The ids of every file of a folder. */
export async function uploadIdsOf(folderId: string): Promise<string[]> {
  return (await uploadsIn(folderId)).map(({ id }) => id)
}

/** Those of some ids that belong to a file. */
export async function knownUploads(ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  // A statement takes a limited number of parameters.
  for (let at = 0; at < ids.length; at += 500)
    for (const { id } of database()
      .select({ id: papers.id })
      .from(papers)
      .where(inArray(papers.id, ids.slice(at, at + 500)))
      .all())
      known.add(id)
  return known
}
