import { titleInFull } from '#app/cases/asked-items.ts'
import type { Submission, SubmittedRow } from '#app/cases/submission.ts'
import { isIdentityNumber } from '#app/domain/form.ts'
import { masked } from '#app/domain/identity.ts'
import { type InEvery, inEvery } from '#app/domain/language.ts'
import { type PaperId, proves, papers as sharedPapers } from '#app/services/blocks.ts'
import { uploadsIn } from '#db/uploads.server.ts'

/** One row of a submission: `hidden` where the number is shown on request only. */
export type DeskRow = SubmittedRow & { readonly hidden: boolean }
/** A paper, with its existing files. */
export type DeskPaper = {
  readonly key: string
  readonly label: InEvery<string>
  readonly files: readonly { readonly id: string; readonly isPdf: boolean }[]
}
/** Rows that belong together, and the papers that prove them. `title` null: papers that prove none of them. */
export type DeskGroup = {
  readonly key: string
  readonly title: InEvery<string> | null
  readonly rows: readonly DeskRow[]
  readonly papers: readonly DeskPaper[]
}

const groupOf = (target: string) => target.split('/').slice(0, 2).join('/')

/** A row as everyone who sees the case may see it. */
export function maskedRow(row: SubmittedRow): DeskRow {
  if (!isIdentityNumber(row.target)) return { ...row, hidden: false }
  const shown = masked(row.value.zh)
  return { ...row, value: inEvery(() => shown), hidden: true }
}

/** The papers of a submission, with their existing files. */
export async function papersOfCase(folderId: string, submission: Submission): Promise<DeskPaper[]> {
  const types = new Map((await uploadsIn(folderId)).filter(({ state }) => state === 'kept').map(({ id, type }) => [id, type]))
  return submission.papers.map(({ key, words: label, files }) => ({
    ...{ key, label },
    files: files.filter((id) => types.has(id)).map((id) => ({ id, isPdf: types.get(id) === 'application/pdf' })),
  }))
}

/** A submission in groups, each beside the papers that prove it. */
export function groupsOf(rows: readonly SubmittedRow[], papers: readonly DeskPaper[]): DeskGroup[] {
  const keys = [...new Set(rows.map(({ target }) => groupOf(target)))]
  const beside = (key: string | null) => papers.filter((paper) => (positionOf(paper.key, keys) ?? null) === key)
  const groups = keys.map((key): DeskGroup => {
    const own = rows.filter(({ target }) => groupOf(target) === key)
    return { key, title: own[0] ? titleInFull(own[0]) : null, rows: own.map(maskedRow), papers: beside(key) }
  })
  const rest = beside(null)
  return rest.length > 0 ? [...groups, { key: 'rest', title: null, rows: [], papers: rest }] : groups
}

/** The group of a paper; undefined where it proves none of them. */
function positionOf(paper: string, keys: readonly string[]): string | undefined {
  const [id = '', subject] = paper.split('~')
  const block = id in sharedPapers ? proves[id as PaperId] : 'own'
  return keys.find((key) => key === `${block}/${subject}`) ?? keys.find((key) => key.startsWith(`${block}/`))
}
