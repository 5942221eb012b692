import type { DuplicateGround } from '#app/domain/duplicate-ground.ts'
import { birthOfIdentity } from '#app/domain/identity.ts'
import { comparableName } from '#app/domain/person-name.ts'
import { covers, type Place } from '#app/domain/place.ts'
import { isOpen } from '#app/domain/status.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { type DraftApplication, personOf } from '#app/forms/application-form.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { blocks } from '#app/services/blocks.ts'
import { applicationsAlike, type StoredApplication } from '#db/applications.server.ts'
import type { OpenFolder } from './folder.server.ts'
import type { Folder } from './folder.ts'
import type { Asked } from './only-asked.ts'

/** Keyed hashes of service and person: by the identity number, and by name, birth date and telephone. Null where one of these is not known. */
export type PersonHashes = { readonly personHash: string | null; readonly detailsHash: string | null }

/** What is compared of an application; `member` is whom it is for within its folder, null the household. */
export type Compared = Pick<StoredApplication, 'folderId' | 'service' | 'member'> & PersonHashes

/** Another application for the same service that may be of the same person. */
export type Duplicate = { readonly application: StoredApplication; readonly ground: DuplicateGround }

/** The hashes an application is compared by, from the current content of its folder. */
export function personHashesOf(folder: Folder, wanted: DraftApplication): PersonHashes {
  const person = personOf(folder, wanted)
  const written = (key: string) => {
    const value = folder.values[key]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const number = written(`person/${person}/identity-number`)
  const [name, phone] = [written(`person/${person}/name`), written('contact/home/phone')]
  const born = number === undefined ? dayIn(folder.members.find(({ id }) => id === person)?.answers['birth-date']) : birthOfIdentity(number)
  return {
    personHash: number === undefined ? null : keyedHash(hashLabels.person(wanted.service, number)),
    detailsHash: name && phone && born ? keyedHash(hashLabels.personDetails(wanted.service, lettersOf(name), born, phone)) : null,
  }
}

/** The hashes after a correction: of what the folder has by now where something was asked for that they are made of, else as they are. */
export function correctedHashes(folder: Folder, application: DraftApplication & PersonHashes, asked: Asked): PersonHashes {
  const person = personOf(folder, application)
  const parts = [...blocks.person.fields.map(({ id }) => `person/${person}/${id}`), 'contact/home/phone']
  const { personHash, detailsHash } = application
  return parts.some(asked) ? personHashesOf(folder, application) : { personHash, detailsHash }
}

/** A whole day; a year or a month alone is shared by too many. */
const dayIn = (answer: unknown) => (typeof answer === 'string' && /^\d{4}-\d\d-\d\d$/.test(answer) ? answer : undefined)
/** A name as it is compared: spaces, dots, capitals and what nobody sees make no difference. */
const lettersOf = (name: string) =>
  comparableName(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '')

/** Why two applications may be of the same person; undefined where nothing says so. Two identity numbers are two people. */
export function groundOf(one: Compared, other: Compared): DuplicateGround | undefined {
  if (one.service !== other.service) return undefined
  if (one.personHash !== null && one.personHash === other.personHash) return 'identity-number'
  if (one.folderId === other.folderId && one.member === other.member) return 'same-member'
  if (one.personHash !== null && other.personHash !== null) return undefined
  return one.detailsHash !== null && one.detailsHash === other.detailsHash ? 'same-details' : undefined
}

/** Open applications for the same service that may be of the same person, in other folders too, newest first. */
export async function duplicatesOf(of: Compared & { readonly id: string }): Promise<Duplicate[]> {
  const alike = await applicationsAlike(of)
  return alike.flatMap((application) => {
    const ground = application.id !== of.id && isOpen(application.status) ? groundOf(of, application) : undefined
    return ground ? [{ application, ground }] : []
  })
}

/**
 * Services about to be submitted twice for one person: both in this folder (`here`), or one is with the hall already (`open`); and those
 * approved before, which only staff are told.
 */
export type Twice = { readonly here: readonly string[]; readonly open: readonly string[]; readonly approved: readonly string[] }

/** Which of these drafts would be duplicates; `place`: where staff who are told what was approved there may see. */
export async function twiceIn(
  { folder, applications }: OpenFolder,
  wanted: readonly DraftApplication[],
  place?: Place | null,
): Promise<Twice> {
  const compared = wanted.flatMap((one) => {
    const application = applications.find(({ number }) => number === one.number)
    return application ? [{ ...application, ...personHashesOf(folder, one) }] : []
  })
  const here = compared.filter((one) => compared.some((other) => other.id !== one.id && groundOf(one, other)))
  const open: Compared[] = []
  for (const one of compared) if ((await duplicatesOf(one)).length > 0) open.push(one)
  const names = (of: readonly Compared[]) => [...new Set(of.map(({ service }) => service))]
  const approved: Compared[] = []
  if (place) for (const one of compared) if (await isApproved(one, place)) approved.push(one)
  return { here: names(here), open: names(open), approved: names(approved) }
}

/** Was the same approved for the same person, in a place? */
async function isApproved(of: Compared & { readonly id: string }, place: Place): Promise<boolean> {
  const alike = await applicationsAlike(of)
  return alike.some((one) => one.id !== of.id && one.status === 'approved' && covers(place, one.county ?? '') && groundOf(of, one))
}
