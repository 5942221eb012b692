import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { setCookieHeader } from '#app/access/cookies.server.ts'
import { openFolderSession } from '#app/access/folder-session.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { personHashesOf } from '#app/cases/duplicates.server.ts'
import { encryptFolder, folderHashOf, newApplication, newSubmissionToken, type OpenFolder, openStored } from '#app/cases/folder.server.ts'
import { saveFormTexts } from '#app/cases/form-texts.server.ts'
import { encryptSubmission } from '#app/cases/submission.server.ts'
import { submissionOf } from '#app/cases/submission.ts'
import { parseCaseCode } from '#app/domain/case-code.ts'
import { dayOf } from '#app/domain/day.ts'
import { parseIdentityNumber } from '#app/domain/identity.ts'
import { personOf } from '#app/forms/application-form.ts'
import { setKeys } from '#app/security/keys.server.ts'
import { loadKeys } from '#app/security/load-keys.server.ts'
import { newId } from '#app/security/random.server.ts'
import { appendEvent, type NewEvent } from '#db/audit-log.server.ts'
import { database, openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderByCode, type NewApplication, type StoredFolder } from '#db/folders.server.ts'
import { applications, folders } from '#db/schema.server.ts'
import type { Draft } from '../support/case-changes.ts'

// Cases of people who do not exist (region 990000), written straight into a data folder: copies of one that was filled in.

/** Opens a data folder for this process; resolves with the folder under a code, which the copies are made of. */
export async function modelIn(dataDir: string, code: string): Promise<{ model: OpenFolder; close(): void }> {
  setKeys(loadKeys(dataDir, {}, false))
  const opened = openDatabase(join(dataDir, 'settle.sqlite'), 'db/migrations')
  setDatabase(opened.db)
  const stored = await folderByCode(folderHashOf(parseCaseCode(code) ?? ''))
  if (!stored) throw new Error('No folder has this code')
  return { model: await openStored(stored), close: opened.close }
}

/** Copies a folder in which one application is filled in: each copy for a person of its own, and encrypted anew. */
export async function copierOf({ folder: model, code, stored, applications: [application] }: OpenFolder): Promise<() => Copy> {
  if (!application) throw new Error('Nothing is being filled in')
  const key = `person/${personOf(model, application)}/identity-number`
  const withNumber = (number: string) => ({ ...model, values: { ...model.values, [key]: number } })
  const submission = submissionOf(withNumber(sampleNumber()), application, [], () => [], 'zh', dayOf(new Date()))
  const [at, formTexts] = [new Date(), await saveFormTexts()]
  const submit = {
    type: 'submit',
    actor: eventActor('resident'),
    at: at.toISOString(),
    language: 'zh',
    version: submission.version.forms,
  } as const
  const accept = { type: 'accept', actor: eventActor('reviewer', 'r-1'), at: at.toISOString() } as const
  return () => {
    const [id, draft, number] = [newId(), newApplication(1, application.service, application.member), sampleNumber()]
    const folder = withNumber(number)
    const rows = submission.rows.map((row) => (row.target === key ? { ...row, value: number } : row))
    return {
      folder: {
        ...{
          id,
          codeHash: folderHashOf(id),
          pinHash: stored.pinHash,
          sealed: encryptFolder(id, code, folder),
          version: 1,
          submissionToken: newSubmissionToken(),
        },
        ...{ createdAt: at, savedAt: at, expiresAt: stored.expiresAt },
      },
      draft,
      submitted: {
        ...{
          id: draft.id,
          sealed: encryptSubmission(draft.id, { ...submission, rows }, formTexts),
          county: '990000',
          mode: 'zh',
          messages: [],
        },
        ...{ ...personHashesOf(folder, application), event: encryptEvent(submit) },
      },
      accepted: encryptEvent(accept),
    }
  }
}

/** A folder and its one application: as a draft, as it is submitted, and the event by which the hall accepts it. */
export type Copy = {
  readonly folder: StoredFolder
  readonly draft: NewApplication
  readonly submitted: Draft
  readonly accepted: NewEvent
}

/** Copies written in one statement. */
const atOnce = 500

/** Writes copies as drafts, or as the hall has accepted them; a few hundred in each transaction. */
export function write(copies: Iterable<Copy>, status: 'draft' | 'accepted'): void {
  let waiting: Copy[] = []
  const flush = () => {
    if (waiting.length > 0) writeAtOnce(waiting, status)
    waiting = []
  }
  for (const copy of copies) if (waiting.push(copy) === atOnce) flush()
  flush()
}

function writeAtOnce(copies: readonly Copy[], status: 'draft' | 'accepted'): void {
  const at = new Date().toISOString()
  database().transaction((tx) => {
    tx.insert(folders)
      .values(copies.map(({ folder }) => ({ ...folder, createdAt: at, savedAt: at, expiresAt: folder.expiresAt.toISOString() })))
      .run()
    tx.insert(applications)
      .values(
        copies.map(({ folder, draft, submitted: { sealed, county, mode, personHash, detailsHash } }) => ({
          ...{ ...draft, folderId: folder.id, status, createdAt: at, changedAt: at },
          ...(status === 'draft'
            ? {}
            : { sealed, county, mode, personHash, detailsHash, submissionToken: newSubmissionToken(), submittedAt: at }),
        })),
      )
      .run()
    if (status === 'draft') return
    for (const { draft, submitted, accepted } of copies) for (const event of [submitted.event, accepted]) appendEvent(draft.id, event)
  })
}

let people = randomInt(10_000_000)

/** The next identity number of a region that does not exist. */
function sampleNumber(): string {
  people += 1
  const born = new Date(Date.UTC(1950, 0, 1 + Math.floor(people / 999))).toISOString().slice(0, 10)
  const body = `990000${born.replaceAll('-', '')}${String(people % 999).padStart(3, '0')}`
  const number = [...'0123456789X'].map((last) => body + last).find((one) => parseIdentityNumber(one, dayOf(new Date())).ok)
  if (!number) throw new Error(`No check character for ${body}`)
  return number
}

/** Opens folders, each on a device of its own; resolves with the cookies. */
export async function openAll(folderIds: readonly string[]): Promise<string[]> {
  const opened = folderIds.map((id) => openFolderSession({ actor: { by: 'resident' }, cookies: {}, now: new Date() }, id))
  return (await Promise.all(opened)).map((cookie) => setCookieHeader(cookie).split(';')[0] ?? '')
}
