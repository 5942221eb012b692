import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { readCarriedForm } from '#app/access/carried-forms.server.ts'
import { verifyChain } from '#app/audit-log/audit-log.server.ts'
import { decryptEvent } from '#app/cases/case-events.server.ts'
import { folderAmong, folderIn } from '#app/cases/folder.server.ts'
import { cardOf } from '#app/cases/recovery.server.ts'
import { submissionRead } from '#app/cases/submission.server.ts'
import { practicePlace } from '#app/domain/place.ts'
import { memberOf } from '#app/forms/members.ts'
import { readHalls } from '#app/places/halls.server.ts'
import { decryptText } from '#app/security/encryption.server.ts'
import { type Read, readStored } from '#app/security/stored-value.server.ts'
import { serviceById } from '#app/services/index.ts'
import { countyCodes } from '#app/services/places.ts'
import { retiredOf } from '#app/services/retired.ts'
import { fileIn, filesOnDisk } from '#app/uploads/file-store.server.ts'
import { type EncryptedKey, type EncryptedPlace, type EncryptedRow, encryptedAfter, encryptedPlaces } from '#db/encrypted-columns.server.ts'
import { foldersByIds } from '#db/folders.server.ts'
import {
  allFormTexts,
  columnFaults,
  databaseFaults,
  nameFaults,
  type RowFault,
  storedFilesAfter,
  submittedAfter,
} from '#db/integrity.server.ts'
import { staffByLogin } from '#db/staff.server.ts'
import { knownUploads } from '#db/uploads.server.ts'
import { indexHash } from './index-hashes.server.ts'
import { purposeOfColumn } from './key-rotation.server.ts'
import { lookupFaults } from './lookup-faults.server.ts'
import { wrongPersonHash } from './person-hashes.server.ts'

/** How features read their own rows. `savedCheck` throws where the bytes are not valid. */
export type Readers = { savedCheck(bytes: Buffer): unknown; staff(row: { id: string; sealed: Buffer }): Read<unknown> }

/** Result of a verification. */
export type Verified = { readonly read: number; readonly files: number; readonly faults: readonly RowFault[] }

const batch = 200
/** A file younger than this, in milliseconds, may not have its row yet. */
const young = 3_600_000

/**
 * Reads everything: the database's own pages and indexes, every column, every encrypted value and the hash it is found by, what is told
 * of halls, form texts, every uploaded file, and the audit log. It changes nothing and yields to the running server.
 */
export async function verify(readers: Readers, now = new Date()): Promise<Verified> {
  const faults: RowFault[] = [...(await databaseFaults()), ...(await columnFaults()), ...(await nameFaults(isKnownName))]
  let count = 0
  for (const place of encryptedPlaces)
    for (let after: EncryptedKey | undefined; ; ) {
      const values = await encryptedAfter(place, after, batch)
      for (const value of values) {
        count += 1
        const what = await wrongWith(place, value, readers)
        if (what) faults.push({ table: tableOf[place], id: value.id, what })
      }
      await setImmediate()
      const last = values.at(-1)
      if (!last) break
      after = last.key
    }
  for (const { id, details } of await readHalls()) {
    count += 1
    if (!details.ok) faults.push({ table: 'halls', id, what: 'details cannot be read' })
  }
  for (const { id, content } of await allFormTexts()) {
    count += 1
    if (createHash('sha256').update(content).digest('base64url') !== id) faults.push({ table: 'wordings', id, what: 'was altered' })
  }
  faults.push(...(await personFaults()), ...(await lookupFaults()))
  const files = await fileFaults(now)
  const { broken } = await verifyChain()
  const chain = broken
    ? [
        {
          table: 'events',
          id: broken.position === null ? String(broken.applicationId) : `position ${broken.position}`,
          what: `breaks the audit log (${broken.what})`,
        },
      ]
    : []
  return { read: count, files: files.read, faults: [...faults, ...files.faults, ...chain] }
}

/** Names of tables in the database. */
const tableOf: Record<EncryptedPlace, string> = {
  ...{ folders: 'folders', applications: 'applications', events: 'events', outbox: 'outbox', staff: 'staff' },
  ...{ 'client-sessions': 'client_sessions', 'saved-checks': 'saved_checks', 'second-factors': 'staff' },
  ...{ 'kept-forms': 'kept_forms', recoveries: 'recoveries' },
}

async function wrongWith(place: EncryptedPlace, { id, sealed, hash }: EncryptedRow, readers: Readers): Promise<string | undefined> {
  // Empty is valid: drafts hold nothing yet, deleted cases' events nothing any more, and not everybody has a second factor.
  if (sealed.length === 0) return undefined
  const plaintext = decryptText(sealed, purposeOfColumn[place](id))
  if (plaintext === undefined) return 'does not decrypt'
  if (!(await contentOf(place, { id, sealed }, readers)).ok) return 'decrypts, and is not what it should be'
  const own = indexHash(place, id, plaintext)
  if (!hash || own === undefined || own === hash) return undefined
  const holder = place === 'staff' ? await staffByLogin(own) : undefined
  return holder
    ? `cannot sign in: the sign-in name is that of staff ${holder.id}, who keeps it; they need another account`
    : 'is not found by its hash: the hash or the index key is another'
}

async function contentOf(place: EncryptedPlace, row: { id: string; sealed: Buffer }, readers: Readers): Promise<Read<unknown>> {
  const parsed = (parse: (plain: Buffer) => unknown) =>
    readStored({ table: place, id: row.id }, row.sealed, purposeOfColumn[place](row.id), parse)
  switch (place) {
    case 'folders':
      return folderIn(row)
    case 'applications':
      return submissionRead(row)
    case 'events':
      return decryptEvent(row)
    case 'kept-forms':
      return readCarriedForm(row)
    case 'staff':
      return readers.staff(row)
    case 'saved-checks':
      return parsed(readers.savedCheck)
    case 'recoveries':
      return cardOf(row)
    case 'outbox':
    case 'client-sessions':
      return parsed((plain) => JSON.parse(plain.toString('utf8')))
    case 'second-factors':
      return parsed((plain) => plain)
  }
}

/** What cases may name: what there is, and what was taken away. */
const isKnownService = (id: string) => serviceById(id) !== undefined || retiredOf('services', id) !== undefined

const isKnownName = {
  service: isKnownService,
  county: (code: string) => code === practicePlace || countyCodes.has(code) || retiredOf('counties', code) !== undefined,
  // `<service>.<condition>`. What a service that went had for conditions is written down nowhere.
  condition: (named: string) => {
    const [id = '', condition = ''] = named.split('.')
    const service = serviceById(id)
    return !service || service.conditions.some((one) => one.id === condition) || retiredOf('conditions', named) !== undefined
  },
} as const

/** Applications that a second one of the same person is not found beside. What of them cannot be read was named before. */
async function personFaults(): Promise<RowFault[]> {
  const faults: RowFault[] = []
  for (let after = ''; ; ) {
    const some = await submittedAfter(after, batch)
    const folders = await foldersByIds(some.map(({ folderId }) => folderId))
    for (const one of some) {
      const [folder, submission] = [folderAmong(folders, one.folderId), await submissionRead(one)]
      if (folder.ok && one.member !== null && !memberOf(folder.value.folder, one.member))
        faults.push({ table: 'applications', id: one.id, what: 'member is nobody of its folder' })
      if (!folder.ok || !submission.ok || !submission.value) continue
      const column = wrongPersonHash(one, folder.value.folder, submission.value)
      if (column) faults.push({ table: 'applications', id: one.id, what: `${column} is another than its content says` })
    }
    await setImmediate()
    const last = some.at(-1)
    if (!last) return faults
    after = last.id
  }
}

/** Rows whose file is missing or differs, and files without a row. */
async function fileFaults(now: Date): Promise<{ read: number; faults: RowFault[] }> {
  const faults: RowFault[] = []
  let count = 0
  for (let after = ''; ; ) {
    const rows = await storedFilesAfter(after, batch)
    for (const { id, bytes } of rows) {
      count += 1
      const file = await fileIn(id)
      const what = !file
        ? 'its file is missing'
        : !file.ok
          ? 'its file cannot be read'
          : file.value.length !== bytes && 'its file has another size'
      // It may have been deleted while this was reading.
      if (what && (await knownUploads([id])).has(id)) faults.push({ table: 'papers', id, what })
    }
    const last = rows.at(-1)
    if (!last) break
    after = last.id
  }
  const found = (await filesOnDisk()).filter(({ changedAt }) => now.getTime() - changedAt.getTime() > young)
  const known = await knownUploads(found.map(({ id }) => id))
  faults.push(
    ...found.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ table: 'papers', id, what: `the file ${name} has no row` })),
  )
  return { read: count, faults }
}
