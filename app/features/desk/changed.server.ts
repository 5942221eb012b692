import { differsIn } from '#app/cases/repeat-applications.ts'
import type { Submission, SubmittedPaper, SubmittedRow } from '#app/cases/submission.ts'
import { type HistoryEvent, kindOfEvent } from '#app/domain/event.ts'
import { type InEvery, inEvery } from '#app/domain/language.ts'
import { isWithHall } from '#app/domain/status.ts'
import type { DeskCase } from './case.server.ts'
import { maskedRow } from './submitted.server.ts'

/** What a correction changed: a field with what stood there and what stands there now, or a paper with how many files it has. */
export type Changed = {
  readonly target: string
  readonly label: InEvery<string>
  readonly before: InEvery<string> | null
  readonly now: InEvery<string> | null
  /** Of a paper: how many files of it are new. */
  readonly files: number | null
}

/** What the last correction changed, while the hall has the case; null where there was none, or it is not known. */
export function changedIn({
  application,
  submission,
  history,
}: Pick<DeskCase, 'application' | 'submission' | 'history'>): Changed[] | null {
  if (!isWithHall(application.status)) return null
  const last = history.findLast((event: HistoryEvent) => kindOfEvent(event) === 'resubmit')
  if (last?.type !== 'resubmit' || !last.before) return null
  const before = last.before as Submission
  const differs = differsIn(before, submission)
  const rows = targetsIn(before.rows, submission.rows, ({ target }) => target).filter(differs)
  const papers = targetsIn(before.papers, submission.papers, ({ key }) => key).filter((key) => differs(`paper/${key}`))
  return [
    ...rows.map((target) => rowChanged(target, before.rows, submission.rows)),
    ...papers.map((key) => paperChanged(key, before.papers, submission.papers)),
  ]
}

const targetsIn = <Of>(before: readonly Of[], now: readonly Of[], target: (one: Of) => string) => [
  ...new Set([...now, ...before].map(target)),
]
const nameless = inEvery(() => '')

function rowChanged(target: string, before: readonly SubmittedRow[], now: readonly SubmittedRow[]): Changed {
  const [was, is] = [before, now].map((rows) => rows.find((row) => row.target === target))
  const shown = (row: SubmittedRow | undefined) => (row ? maskedRow(row).value : null)
  return { target, label: is?.label ?? was?.label ?? nameless, before: shown(was), now: shown(is), files: null }
}

function paperChanged(key: string, before: readonly SubmittedPaper[], now: readonly SubmittedPaper[]): Changed {
  const [was, is] = [before, now].map((papers) => papers.find((paper) => paper.key === key))
  const added = (is?.files ?? []).filter((file) => !was?.files.includes(file))
  return { target: `paper/${key}`, label: is?.words ?? was?.words ?? nameless, before: null, now: null, files: added.length }
}
