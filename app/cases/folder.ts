import { evaluate } from '#app/domain/condition.ts'
import { type Day, daysLater } from '#app/domain/day.ts'
import { type PaperKey, valueKey } from '#app/domain/form.ts'
import { practicePlace } from '#app/domain/place.ts'
import type { Truth } from '#app/domain/truth.ts'
import { type DraftApplication, type FilledForm, personOf, readingOf, subjectFor } from '#app/forms/application-form.ts'
import { documentsAsked } from '#app/forms/documents.ts'
import { memberOf } from '#app/forms/members.ts'
import { isGrown } from '#app/forms/relatives.ts'
import { relativeNamed } from '#app/i18n/member-name.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { type PaperId, papers } from '#app/services/blocks.ts'
import { serviceById } from '#app/services/index.ts'
import type { ConsentKind } from './consent.ts'

/** How long a draft is stored after it was last saved, in days. */
export const draftDays = 30

/** A consent: which text, when, in which mode it was read. */
export type Consent = {
  readonly kind: ConsentKind
  readonly version: string
  readonly at: string
  readonly mode: string
}

/** A family folder: what a household fills in once for all the services it applies for. Encrypted in the database. */
export type Folder = FilledForm & {
  /** Sample data, for practice: never among real folders. */
  readonly practice?: true | undefined
  /** What was agreed to before anything of it was stored; folders of before have it with what was handed in only. */
  readonly consents?: readonly Consent[] | undefined
  /** The language its people read; a folder of before has none, and `languageOf` says which it is. */
  readonly language?: Mode | undefined
  /** What somebody wrote to the hall beside a correction that is not sent yet, by the number of the application. */
  readonly unsent?: Readonly<Record<string, string>> | undefined
  /** The telephone number before the last change of it, and when that was. */
  readonly phoneBefore?: { readonly phone: string; readonly at: string } | undefined
}

/** The folder with what is written to the hall beside a correction, or, empty, without. */
export function withUnsent(folder: Folder, number: number, text: string): Folder {
  const { [number]: _before, ...others } = folder.unsent ?? {}
  const unsent = text === '' ? others : { ...others, [number]: text }
  const { unsent: _unsent, ...rest } = folder
  return Object.keys(unsent).length === 0 ? rest : { ...rest, unsent }
}

/** Where the county stands. */
export const countyTarget = valueKey({ block: 'address', subject: 'home' }, 'county')

/** The county whose hall gets what is submitted from a folder; undefined until the folder says where. */
export function countyOf({ practice, values }: Pick<Folder, 'practice' | 'values'>): string | undefined {
  return practice ? practicePlace : values[countyTarget]?.toString()
}

/** The telephone number of a folder; undefined where none was given. */
export function phoneIn({ values }: Pick<Folder, 'values'>): string | undefined {
  return values[valueKey({ block: 'contact', subject: 'home' }, 'phone')]?.toString()
}

/** For so many days a former telephone number is kept: it is told when a lost PIN is given back. */
const formerPhoneDays = 30

/** The folder with the number it had before, where its telephone number changes: a new one does not count at once. */
export function withPhoneNoted(before: Folder, folder: Folder, at: Date): Folder {
  const phone = phoneIn(before)
  const isSame = phone === undefined || phone === '' || phone === phoneIn(folder)
  if (!isSame && Object.keys(folder.values).length > 0) return { ...folder, phoneBefore: { phone, at: at.toISOString() } }
  const { phoneBefore, ...rest } = folder
  return phoneBefore && daysLater(new Date(phoneBefore.at), formerPhoneDays) > at ? folder : rest
}

/** A paper asked for: which, of whom, and by which applications. */
export type Paper = {
  readonly key: PaperKey
  /** The key of its text. */
  readonly textKey: string
  /** The member it is of; null: the whole folder, or one application. */
  readonly member: string | null
  readonly numbers: readonly number[]
}

/** The papers of everything applied for; those several services ask for once. */
export function papersOf(folder: Folder, wanted: readonly DraftApplication[], asOf: Day): Paper[] {
  const found = new Map<PaperKey, Paper>()
  for (const one of wanted) {
    const subject = subjectFor(folder, one, asOf)
    for (const { id, paper } of documentsAsked(serviceById(one.service)?.documents ?? [], subject, folder.members.length)) {
      const member = paper ? holderOf(folder, one, paper) : null
      const key = paper ? sharedKey(paper, member) : ownPaperKey(one, id)
      const before = found.get(key)
      found.set(
        key,
        before
          ? { ...before, numbers: [...before.numbers, one.number] }
          : { key, textKey: paper ? sharedPaperTextKey(paper) : ownPaperTextKey(one.service, id), member, numbers: [one.number] },
      )
    }
  }
  return [...found.values()]
}

/** The member a shared paper is of; null: the whole folder. */
const holderOf = (folder: Folder, one: DraftApplication, paper: PaperId) => (papers[paper] === 'person' ? personOf(folder, one) : null)
const sharedKey = (paper: PaperId, member: string | null): PaperKey => `${paper}~${member ?? 'home'}`
const ownPaperKey = ({ service, number }: DraftApplication, id: string): PaperKey => `${service}.${id}~n${number}`

/** The papers of drafts that services share by now, by the keys they had while each service asked for its own. */
export function sharedSince(folder: Folder, wanted: readonly DraftApplication[]): ReadonlyMap<PaperKey, PaperKey> {
  return new Map(
    wanted.flatMap((one) =>
      (serviceById(one.service)?.documents ?? []).flatMap(({ id, paper }) =>
        paper ? [[ownPaperKey(one, id), sharedKey(paper, holderOf(folder, one, paper))] as const] : [],
      ),
    ),
  )
}

/** Could this be a paper of these applications, whether it is asked for now or does not apply? */
export function mayBePaper(folder: Folder, wanted: readonly DraftApplication[], key: PaperKey): boolean {
  return wanted.some((one) =>
    (serviceById(one.service)?.documents ?? []).some(
      ({ id, paper }) => key === (paper ? sharedKey(paper, holderOf(folder, one, paper)) : ownPaperKey(one, id)),
    ),
  )
}

/** The member a paper is of, by its key: its own, or the one its application is for; null: the whole folder. */
export function paperMember(
  key: PaperKey,
  applications: readonly { readonly number: number; readonly member: string | null }[],
): string | null {
  const [paper = '', of = ''] = key.split('~')
  if (paper.includes('.')) return applications.find(({ number }) => of === `n${number}`)?.member ?? null
  return of === 'home' ? null : of
}

/** The key of the text of a paper: a shared one, or a service's own. */
export function paperTextKey(key: PaperKey): string {
  const [paper = ''] = key.split('~')
  const [service, own] = paper.split('.')
  return own === undefined ? sharedPaperTextKey(paper) : ownPaperTextKey(service, own)
}

const sharedPaperTextKey = (paper: string) => `forms:papers.${paper}`
const ownPaperTextKey = (service: string | undefined, id: string) => `services/${service}:documents.${id}`

/** The name of a member: from the form, else from the list of members. */
export function calledIn(folder: Folder, id: string): string {
  const written = folder.values[valueKey({ block: 'person', subject: id }, 'name')]
  return typeof written === 'string' ? written : (memberOf(folder, id)?.name ?? '')
}

/**
 * Does a folder need a guardian's consent: is something in it for a person who is under 14 or may be, or is such a child a member? The
 * applicant needs none, and nobody whom a word says to be grown up. @source Personal Information Protection Law, article 31
 */
export function isAboutChild(folder: Pick<Folder, keyof FilledForm>, wanted: readonly DraftApplication[], asOf: Day): boolean {
  const over14 = (id: string): Truth => {
    const subject = readingOf(folder, asOf).member(id)
    if (!subject || id === folder.applicant) return 'yes'
    const { truth } = evaluate({ op: 'aged', years: 14, on: 'today' }, subject)
    return truth === 'unknown' && isGrown(relativeNamed(memberOf(folder, id)?.name ?? '') ?? '') ? 'yes' : truth
  }
  return wanted.some((one) => over14(personOf(folder, one)) !== 'yes') || folder.members.some(({ id }) => over14(id) === 'no')
}
