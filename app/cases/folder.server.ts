import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { caseCode, randomBytesForCaseCode } from '#app/domain/case-code.ts'
import { daysLater, isMoment } from '#app/domain/day.ts'
import type { Value } from '#app/domain/fields/field.ts'
import { modes } from '#app/domain/language.ts'
import { hashLabels, purposes } from '#app/domain/stored-labels.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { encryptText } from '#app/security/encryption.server.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { hashPin } from '#app/security/pin.server.ts'
import { newId, secureRandom } from '#app/security/random.server.ts'
import { type Read, readable, readStored, unreadable } from '#app/security/stored-value.server.ts'
import { applicationsOf, type StoredApplication } from '#db/applications.server.ts'
import { folderById, insertFolder, type NewApplication, type StoredFolder, saveFolder } from '#db/folders.server.ts'
import { consentKinds } from './consent.ts'
import { refusingFullDisk } from './disk-full.server.ts'
import { draftDays, type Folder, withPhoneNoted } from './folder.ts'
import { lookupsOf } from './folder-lookups.server.ts'
import { folderMessages } from './notification.server.ts'

/** Values by key. Read with every request about a folder: a record of unions takes many times as long. */
const answers = z.custom<Readonly<Record<string, Value>>>(
  (read) => typeof read === 'object' && read !== null && !Array.isArray(read) && Object.values(read).every(isValue),
)
const isValue = (one: unknown) => typeof one === 'string' || (Array.isArray(one) && one.every((each) => typeof each === 'string'))
const schema = z.object({
  code: z.string(),
  answers,
  members: z.array(z.object({ id: z.string(), name: z.string(), answers })),
  applicant: z.string(),
  values: answers,
  seen: z.array(z.string()),
  filled: z.array(z.string()),
  practice: z.literal(true).optional(),
  consents: z.array(z.object({ kind: z.enum(consentKinds), version: z.string(), at: z.string(), mode: z.string() })).optional(),
  // A mode that is there no more is none: the folder stays readable.
  language: z.enum(modes).optional().catch(undefined),
  unsent: z.record(z.string(), z.string()).optional(),
  phoneBefore: z.object({ phone: z.string(), at: z.string() }).optional(),
})

/** The keyed hash a folder is found by. */
export const folderHashOf = (code: string) => keyedHash(hashLabels.folderCode(code))

/** An open folder: its content, its row, and its applications. */
export type OpenFolder = {
  readonly stored: StoredFolder
  /** The code it is found by, as the slip shows it. */
  readonly code: string
  readonly folder: Folder
  readonly applications: readonly StoredApplication[]
}

/** The content of a folder and its code, or that it cannot be read. */
export function folderIn({ id, sealed }: Pick<StoredFolder, 'id' | 'sealed'>): Read<{ code: string; folder: Folder }> {
  return readStored({ table: 'folders', id }, sealed, purposes.folder(id), (plain) => {
    const { code, ...folder } = schema.parse(JSON.parse(plain.toString('utf8')))
    return { code, folder }
  })
}

/** The same of a folder among others that were read; one that is not there cannot be read. */
export function folderAmong(folders: ReadonlyMap<string, StoredFolder>, id: string): ReturnType<typeof folderIn> {
  const stored = folders.get(id)
  return stored ? folderIn(stored) : unreadable({ table: 'folders', id })
}

/** What is in a folder, and its code. @throws `Unreadable` */
export const contentOf = (stored: Pick<StoredFolder, 'id' | 'sealed'>) => readable(folderIn(stored))

/** A stored folder, decrypted, with its applications; or that it cannot be read. */
export async function storedRead(stored: StoredFolder): Promise<Read<OpenFolder>> {
  const { id, createdAt, savedAt } = stored
  if (!isMoment(createdAt) || !isMoment(savedAt)) return unreadable({ table: 'folders', id })
  const read = folderIn(stored)
  return read.ok ? { ok: true, value: { stored, ...read.value, applications: await applicationsOf(id) } } : read
}

/** The same. @throws `Unreadable` */
export const openStored = async (stored: StoredFolder): Promise<OpenFolder> => readable(await storedRead(stored))

/** The current state of a folder; undefined where it was deleted since. */
export async function reopened({ stored }: Pick<OpenFolder, 'stored'>): Promise<OpenFolder | undefined> {
  const now = await folderById(stored.id)
  return now && openStored(now)
}

/** A folder encrypted for the database. */
export const encryptFolder = (id: string, code: string, folder: Folder) =>
  encryptText(JSON.stringify({ code, ...folder }), purposes.folder(id))
const expiry = (now: Date) => daysLater(now, draftDays)
const submissionToken = () => secureRandom(18).toString('base64url')

/** A new application; it gets its id here. */
export function newApplication(number: number, service: string, member: string | null): NewApplication {
  return { id: newId(), number, service, member }
}

/** Creates a folder with its first applications; resolves with its id and code once it is on disk. */
export async function makeFolder(
  folder: Folder,
  wanted: readonly NewApplication[],
  pin: string,
  now: Date,
  id = newId(),
): Promise<{ id: string }> {
  const pinHash = await hashPin(pin)
  for (;;) {
    const code = caseCode(Array.from({ length: randomBytesForCaseCode }, () => randomBytes(4).readUInt32LE()))
    const isStored = await refusingFullDisk(
      insertFolder(
        {
          id,
          codeHash: folderHashOf(code),
          pinHash,
          sealed: encryptFolder(id, code, folder),
          lookups: lookupsOf(folder),
          version: 1,
          submissionToken: submissionToken(),
          createdAt: now,
          savedAt: now,
          expiresAt: expiry(now),
        },
        wanted,
      ),
    )
    if (isStored || (await folderById(id))) return { id }
  }
}

/** What a save changes besides the content: drafts added, numbers of drafts deleted, the mode of what was handed in. */
export type SaveWith = { readonly add?: readonly NewApplication[]; readonly remove?: readonly number[]; readonly mode?: Mode }

/** The part of a save that writes the content, on the version that was opened. */
export function contentPart(open: OpenFolder, folder: Folder, at: Date) {
  const { id, version } = open.stored
  const next = withPhoneNoted(open.folder, folder, at)
  const sealed = encryptFolder(id, open.code, next)
  return { id, version, sealed, lookups: lookupsOf(next), messages: toFormerPhone(open, next, at), at, expiresAt: expiry(at) }
}

/** The number that stood there before is told that another does, where something was handed in. */
function toFormerPhone({ applications, code }: OpenFolder, folder: Folder, at: Date) {
  const { phoneBefore } = folder
  if (phoneBefore?.at !== at.toISOString() || applications.every(({ submittedAt }) => submittedAt === null)) return []
  return folderMessages({ folder, applications }, phoneBefore.phone, 'phone-changed', at, { tail: code.slice(-4) })
}

/** Saves a folder; false when it was saved elsewhere since it was opened. Resolves once it is on disk. */
export async function saveOpenFolder(open: OpenFolder, folder: Folder, now: Date, more: SaveWith = {}): Promise<boolean> {
  return refusingFullDisk(saveFolder({ ...contentPart(open, folder, now), ...more }))
}

/** The submission token of the drafts handed in next. */
export const newSubmissionToken = submissionToken
