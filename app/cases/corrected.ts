import type { Day } from '#app/domain/day.ts'
import { type FormStep, valueKey } from '#app/domain/form.ts'
import { type DraftApplication, formOf, stepsOf } from '#app/forms/application-form.ts'
import { memberOf } from '#app/forms/members.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { type Block, blocks } from '#app/services/blocks.ts'
import { type Folder, type Paper, papersOf, paperTextKey, sharedSince } from './folder.ts'
import { rowsOfSteps, type Submission, type SubmittedPaper } from './submission.ts'

// What is asked for again is asked by the form as it is. A service that went has no form any more: what it shared with others still is
// asked, its papers can still be sent, and everything else stays as it was submitted.

/** The fields asked for, step by step: only these open again. `targets`: everything that stands in what was submitted or is asked for. */
export function stepsAskedFor(
  folder: Folder,
  wanted: DraftApplication,
  targets: ReadonlySet<string>,
  isAsked: (target: string) => boolean,
  asOf: Day,
): FormStep[] {
  const steps = formOf(wanted.service) ? stepsOf(folder, [wanted], asOf) : sharedSteps(targets)
  return steps.flatMap((step) => {
    const fields = step.fields.filter(({ id }) => isAsked(valueKey(step, id)))
    return fields.length > 0 ? [{ ...step, fields }] : []
  })
}

/** The steps of shared blocks in which something of this stands. */
export function sharedSteps(targets: ReadonlySet<string>): FormStep[] {
  const places = new Set([...targets].map((target) => target.split('/').slice(0, 2).join('/')))
  return [...places].flatMap((place): FormStep[] => {
    const [block = '', subject = ''] = place.split('/')
    const shared: Readonly<Record<string, Block>> = blocks
    return Object.hasOwn(shared, block) ? [{ block, subject, fields: shared[block]?.fields ?? [] }] : []
  })
}

/** The papers that can be asked for: those of the form as it is, and those that were submitted. */
export function papersToAsk(folder: Folder, wanted: DraftApplication, submitted: readonly SubmittedPaper[], asOf: Day): Paper[] {
  // One that was handed in under a key of its own, and is shared by now, is asked for by that.
  const since = sharedSince(folder, [wanted])
  const renamed = new Set(submitted.map(({ key }) => since.get(key)))
  const now = papersOf(folder, [wanted], asOf).filter(({ key }) => !renamed.has(key) || submitted.some((one) => one.key === key))
  const before = submitted.filter(({ key }) => now.every((one) => one.key !== key))
  const paper = (key: string): Paper => {
    const [, subject = ''] = key.split('~')
    return { key, textKey: paperTextKey(key), member: memberOf(folder, subject) ? subject : null, numbers: [wanted.number] }
  }
  return [...now, ...before.map(({ key }) => paper(key))]
}

/** What was submitted for a service that went, with what was corrected in these steps, and the files there are now. */
export function corrected(
  before: Submission,
  folder: Folder,
  wanted: DraftApplication,
  steps: readonly FormStep[],
  files: (key: string) => readonly string[],
  mode: Mode,
  asOf: Day,
): Submission {
  const rows = rowsOfSteps(folder, [wanted], steps, asOf)
  const now = new Map(rows.map((row) => [row.target, row]))
  const remaining = before.rows.filter(({ target }) => now.get(target)?.empty !== true)
  const filled = rows.filter(({ target, empty }) => !empty && remaining.every((one) => one.target !== target))
  return {
    ...before,
    mode,
    rows: [...remaining, ...filled].map((row) => {
      const { target, title, label, value } = now.get(row.target) ?? row
      return { target, title, label, value }
    }),
    papers: before.papers.map((paper) => ({ ...paper, files: files(paper.key) })),
  }
}
