import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Day } from '#app/domain/day.ts'
import { type InEvery, inEvery } from '#app/domain/language.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import type { DraftApplication } from '#app/forms/application-form.ts'
import { memberOf } from '#app/forms/members.ts'
import { paperName, serviceName } from '#app/i18n/stored-names.ts'
import { decrypt, encrypt } from '#app/security/encryption.server.ts'
import type { StoredUpload } from '#db/uploads.server.ts'
import type { Difference } from './differences.ts'
import { type Folder, papersOf } from './folder.ts'
import { bothOf } from './stored-texts.ts'
import { submissionRows, textInEvery } from './submission.ts'
import { contentVersion } from './version.server.ts'

/** One line of what is handed in, as it is read: an answer, a paper, or an application itself. */
type OpenedLine = { readonly id: string; readonly label: InEvery<string>; readonly value: InEvery<string> }

/** The version of everything a folder hands in: another one whenever it was saved, or a file was sent or deleted. */
export function submissionVersion({ version }: { readonly version: number }, files: readonly Pick<StoredUpload, 'id'>[]): string {
  return contentVersion([version, files.map(({ id }) => id)])
}

/** Everything that is handed in with some drafts, as it is read. */
function linesOf(folder: Folder, wanted: readonly DraftApplication[], files: readonly StoredUpload[], asOf: Day): OpenedLine[] {
  const applied = wanted.map(({ number, service, member }) => {
    const name = member === null ? '' : (memberOf(folder, member)?.name ?? '')
    return { id: `application/${number} ${service}`, label: bothOf(serviceName(service)), value: inEvery(() => name) }
  })
  const rows = submissionRows(folder, wanted, asOf).filter(({ empty }) => !empty)
  const papers = papersOf(folder, wanted, asOf).flatMap(({ key, textKey }) => {
    const count = files.filter(({ paper, state }) => paper === key && state === 'kept').length
    return count === 0
      ? []
      : [{ id: `paper/${key}`, label: bothOf(paperName(textKey)), value: textInEvery('application:files', { count }) }]
  })
  return [...applied, ...rows.map(({ target, label, value }) => ({ id: target, label, value })), ...papers]
}

/** The version of what is handed in, as it is read: the same where it was only saved once more. */
export const answersVersion = (...of: Parameters<typeof linesOf>): string => contentVersion(linesOf(...of))

/**
 * What is handed in, as it goes into the form while it is read: encrypted, and for its folder only. So what has changed meanwhile can be
 * shown beside what was read, and nothing of it is stored.
 */
export function encryptOpened(folderId: string, ...of: Parameters<typeof linesOf>): string {
  return encrypt(deflateRawSync(JSON.stringify(linesOf(...of))), purposes.openedAnswers(folderId)).toString('base64url')
}

/**
 * What differs between what would be handed in now and what `encryptOpened` stored; where that cannot be read, everything. An application
 * that was removed is one line: what only it asked for went with it.
 */
export function changedSince(opened: string, folderId: string, ...of: Parameters<typeof linesOf>): Difference[] {
  const [folder, wanted, , asOf] = of
  const packed = decrypt(Buffer.from(opened, 'base64url'), purposes.openedAnswers(folderId))
  const read: OpenedLine[] = packed ? JSON.parse(inflateRawSync(packed).toString('utf8')) : []
  const [before, now] = [read, linesOf(...of)].map((lines) => new Map(lines.map((line) => [line.id, line])))
  const isRemoved = (id: string) => id.startsWith('application/') && now?.has(id) === false
  const asked = new Set([
    ...submissionRows(folder, wanted, asOf).map(({ target }) => target),
    ...papersOf(folder, wanted, asOf).map(({ key }) => `paper/${key}`),
  ])
  const wentAlong = (id: string) => !id.startsWith('application/') && !asked.has(id) && read.some((line) => isRemoved(line.id))
  return [...new Set([...(now?.keys() ?? []), ...(before?.keys() ?? [])])].flatMap((id): Difference[] => {
    const [stands, stood] = [now?.get(id), before?.get(id)]
    if (stood && isRemoved(id)) return [{ id, label: stood.label, now: textInEvery('conflict:submit.removed'), typed: whose(stood) }]
    if (wentAlong(id)) return []
    const label = stands?.label ?? stood?.label
    if (!label || JSON.stringify(stands?.value) === JSON.stringify(stood?.value)) return []
    return [{ id, label, now: stands?.value ?? null, typed: stood?.value ?? null }]
  })
}

/** Whom an application was for, or that it was there: one of the household names nobody. */
const whose = ({ value }: OpenedLine): InEvery<string> =>
  Object.values(value).every((name) => name === '') ? textInEvery('conflict:submit.was') : value
