import { evaluate } from '#app/domain/condition.ts'
import type { Day } from '#app/domain/day.ts'
import { type PaperKey, valueKey } from '#app/domain/form.ts'
import { practicePlace } from '#app/domain/place.ts'
import type { Truth } from '#app/domain/truth.ts'
import { type DraftApplication, type FilledForm, personOf, readingOf, stepsOf, subjectFor } from '#app/forms/application-form.ts'
import { memberOf } from '#app/forms/members.ts'
import { papers } from '#app/services/blocks.ts'
import { serviceById } from '#app/services/index.ts'
import type { ConsentKind } from './consent.ts'

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
  /** What somebody wrote to the hall beside a correction that is not sent yet, by the number of the application. */
  readonly unsent?: Readonly<Record<string, string>> | undefined
}

/** The folder with what is written to the hall beside a correction, or, empty, without. */
export function withUnsent(folder: Folder, number: number, words: string): Folder {
  const { [number]: _before, ...others } = folder.unsent ?? {}
  const unsent = words === '' ? others : { ...others, [number]: words }
  const { unsent: _unsent, ...rest } = folder
  return Object.keys(unsent).length === 0 ? rest : { ...rest, unsent }
}

/** The county whose hall gets what is submitted from a folder; undefined until the folder says where. */
export function countyOf({ practice, values }: Pick<Folder, 'practice' | 'values'>): string | undefined {
  return practice ? practicePlace : values[valueKey({ block: 'address', subject: 'home' }, 'county')]?.toString()
}

/** A paper asked for: which, of whom, and by which applications. */
export type Paper = {
  readonly key: PaperKey
  /** The key of its text. */
  readonly words: string
  /** The member it is of; null: the whole folder, or one application. */
  readonly member: string | null
  readonly numbers: readonly number[]
}

/** The papers of everything applied for; those several services ask for once. */
export function papersOf(folder: Folder, wanted: readonly DraftApplication[], asOf: Day): Paper[] {
  const found = new Map<PaperKey, Paper>()
  for (const one of wanted) {
    const subject = subjectFor(folder, one, asOf)
    for (const { id, paper, when } of serviceById(one.service)?.documents ?? []) {
      if (when && evaluate(when, subject).truth === 'no') continue
      const member = paper && papers[paper] === 'person' ? personOf(folder, one) : null
      const key = paper ? `${paper}~${member ?? 'home'}` : `${one.service}.${id}~n${one.number}`
      const before = found.get(key)
      found.set(
        key,
        before
          ? { ...before, numbers: [...before.numbers, one.number] }
          : { key, words: paper ? sharedPaperTextKey(paper) : ownPaperTextKey(one.service, id), member, numbers: [one.number] },
      )
    }
  }
  return [...found.values()]
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
 * Does what is applied for need a guardian's consent: is it about a person who is under 14 or may be, or does the household
 * list such a child? The applicant needs none. @source Personal Information Protection Law, article 31
 */
export function isAboutChild(folder: Folder, wanted: readonly DraftApplication[], asOf: Day): boolean {
  const over14 = (id: string): Truth => {
    const subject = readingOf(folder, asOf).member(id)
    return !subject || id === folder.applicant ? 'yes' : evaluate({ op: 'aged', years: 14, on: 'today' }, subject).truth
  }
  const listed = stepsOf(folder, wanted, asOf)
    .filter(({ block }) => block === 'household')
    .flatMap((step) => folder.values[valueKey(step, 'people')] ?? [])
  return wanted.some((one) => over14(personOf(folder, one)) !== 'yes') || listed.some((id) => over14(id) === 'no')
}
