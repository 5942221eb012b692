import { historyOf } from '#app/cases/case-events.server.ts'
import { papersToAsk } from '#app/cases/corrected.ts'
import type { Folder, Paper } from '#app/cases/folder.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import type { Day } from '#app/domain/day.ts'
import { kindOfEvent } from '#app/domain/event.ts'
import type { CorrectionItem } from '#app/domain/worded-step.ts'
import type { StoredApplication } from '#db/applications.server.ts'

/** What was asked for last. Where that cannot be read, `unreadable` is the id of the event, and anything isAllowedTo be corrected. */
export type AskedFor = { readonly items: readonly CorrectionItem[]; readonly unreadable: string | null }

/** What was asked for last; undefined where nothing is asked for now. */
export async function askedFor({ id, status }: StoredApplication): Promise<AskedFor | undefined> {
  if (status !== 'correction-asked') return undefined
  const asked = (await historyOf(id)).findLast((event) => kindOfEvent(event) === 'ask-correction')
  if (asked?.type === 'ask-correction') return { items: asked.items, unreadable: null }
  return { items: [], unreadable: asked?.type === 'unreadable' ? asked.id : '' }
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

/** What was asked for and is not asked of anybody any more: it stays as it was submitted. */
export async function notAsked(application: StoredApplication, { items }: AskedFor, open: ReadonlySet<string>) {
  const rows = (await decryptSubmission(application))?.rows ?? []
  return items.flatMap(({ target }) => {
    const row = open.has(target) ? undefined : rows.find((one) => one.target === target)
    return row ? [{ target, label: row.label, value: row.value }] : []
  })
}
