import { itemNames, paperInFull } from '#app/cases/asked-items.ts'
import { historyOf } from '#app/cases/case-events.server.ts'
import { papersToAsk } from '#app/cases/corrected.ts'
import { calledIn, type Folder, type Paper } from '#app/cases/folder.ts'
import { bothOf } from '#app/cases/stored-texts.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import type { Submission } from '#app/cases/submission.ts'
import type { Day } from '#app/domain/day.ts'
import { kindOfEvent } from '#app/domain/event.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { CorrectionItem } from '#app/domain/worded-step.ts'
import { inputName } from '#app/forms/inputs.ts'
import { paperName } from '#app/i18n/stored-names.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { StoredApplication } from '#db/applications.server.ts'
import { paperId } from './correction-ids.ts'

/**
 * What was asked for last, and until when; `until` is null where no day was said. Where it cannot be read, `unreadable` is the id of the
 * event, and anything may be corrected.
 */
export type AskedFor = { readonly items: readonly CorrectionItem[]; readonly unreadable: string | null; readonly until: Day | null }

/** What was asked for last; undefined where nothing is asked for now. */
export async function askedFor({ id, status }: StoredApplication): Promise<AskedFor | undefined> {
  if (status !== 'correction-asked') return undefined
  const asked = (await historyOf(id)).findLast((event) => kindOfEvent(event) === 'ask-correction')
  if (asked?.type === 'ask-correction') return { items: asked.items, unreadable: null, until: asked.until ?? null }
  return { items: [], unreadable: asked?.type === 'unreadable' ? asked.id : '', until: null }
}

/** May this field or paper be corrected? */
export const isAskedFor = ({ items, unreadable }: AskedFor, target: string) =>
  unreadable !== null || items.some((item) => item.target === target)

/** The papers a correction asks for; none where it asks for nothing. */
export async function papersAsked(folder: Folder, application: StoredApplication, asOf: Day): Promise<Paper[]> {
  const asked = await askedFor(application)
  if (!asked) return []
  const submitted = (await decryptSubmission(application))?.papers ?? []
  return papersToAsk(folder, application, submitted, asOf).filter(({ key }) => isAskedFor(asked, `paper/${key}`))
}

/** How a paper is called where several stand together: with whose it is, where it is one of a person. */
export const paperTitle = (folder: Folder, { textKey, member }: Pick<Paper, 'textKey' | 'member'>): InEvery<string> =>
  paperInFull(bothOf(paperName(textKey)), member === null ? null : calledIn(folder, member) || null)

/** How what was asked for is called, filled in or not. */
export function askedNames({ service }: Pick<StoredApplication, 'service'>, submission: Submission | undefined) {
  return itemNames({ service, rows: submission?.rows ?? [], papers: submission?.papers ?? [] })
}

/** What was asked for and is not asked of anybody any more: it stays as it was submitted. `open`: the targets that can be corrected. */
export async function notAsked(application: StoredApplication, { items }: AskedFor, open: ReadonlySet<string>) {
  const submission = await decryptSubmission(application)
  const itemName = askedNames(application, submission)
  return items.flatMap((item) =>
    open.has(item.target)
      ? []
      : [{ ...item, label: itemName(item), value: submission?.rows.find(({ target }) => target === item.target)?.value ?? null }],
  )
}

/** What was asked for and is still as it was, each beside its field; where it cannot be read what was asked for, that nothing is changed. */
export function unansweredErrors(
  application: StoredApplication,
  before: Submission | undefined,
  { items }: AskedFor,
  answerable: readonly string[],
): FieldError[] {
  const itemName = askedNames(application, before)
  const unchanged = items.filter(({ target }) => answerable.includes(target))
  if (unchanged.length === 0) return [{ key: 'errors:correct.nothing', field: 'words' }]
  return unchanged.map((item) => {
    const [block = '', subject = '', id = ''] = item.target.split('/')
    const isPaper = block === 'paper'
    return {
      key: isPaper ? 'errors:correct.no-file' : 'errors:correct.unchanged',
      field: isPaper ? paperId(subject) : inputName({ id }, `f-${block}-${subject}`),
      texts: { item: itemName(item) },
    }
  })
}
