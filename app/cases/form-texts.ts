import type { Day } from '#app/domain/day.ts'
import { type InEvery, inEvery, inEveryNow } from '#app/domain/language.ts'
import type { CitedSource } from '#app/domain/verdict.ts'
import { paperTextKey } from './folder.ts'
import type { BareRow, BareSubmission, Submission, SubmittedRow } from './submission.ts'

/**
 * What forms and conditions say to everybody: services and departments by id of the service, fields by `fieldKey`, papers by `paperTextKey`,
 * sources and conditions by `conditionKey`. Those stored by earlier releases lack `conditions`, `departments`, and how sources were cited.
 */
export type FormTexts = {
  readonly names: Readonly<Record<string, InEvery<string>>>
  readonly fields: Readonly<Record<string, Pick<SubmittedRow, 'title' | 'label'>>>
  readonly papers: Readonly<Record<string, InEvery<string>>>
  readonly sources: Readonly<Record<string, Submission['trace'][number]['sources']>>
  readonly conditions?: Readonly<Record<string, { readonly says: InEvery<string>; readonly local: boolean }>>
  readonly departments?: Readonly<Record<string, readonly InEvery<string>[]>>
}

/** The key of a condition in the form texts; `from` tells the versions of one whose value changed with the law apart. */
export function conditionKey(service: string, condition: string, from: Day | undefined): string {
  return from === undefined ? `${service} ${condition}` : `${service} ${condition} ${from}`
}

/** The key of a field in the form texts. */
export function fieldKey(service: string, target: string): string {
  const [block, , field] = target.split('/')
  return block === 'own' ? `${service}/${field}` : `${block}/${field}`
}

/** A submission with its form texts. @throws where one is missing (corrupt data) */
export function inStoredTexts(
  submission: BareSubmission,
  { names, fields, papers, sources, conditions, departments }: FormTexts,
): Submission {
  const { service } = submission
  const inCharge = departments?.[service] ?? submission.departments
  return {
    ...submission,
    name: inEveryNow(known(names, service)),
    trace: submission.trace.map((one) => {
      const key = conditionKey(service, one.condition, one.from)
      return { ...withSaid({ ...one, ...conditions?.[key] }), sources: (one.sources ?? known(sources, key)).map(withCited) }
    }),
    ...(inCharge ? { departments: inCharge.map(inEveryNow) } : {}),
    rows: submission.rows.map(({ value, ...row }) => ({
      ...row,
      ...rowNames(known(fields, fieldKey(service, row.target)), { ...row, value }),
    })),
    ...limitsNow(submission),
    papers: submission.papers.map((paper) => ({ ...paper, words: inEveryNow(known(papers, paperTextKey(paper.key))) })),
  }
}

/** A text of a submission. @throws where it is missing (corrupt data) */
export function known<T>(all: Readonly<Record<string, T>>, key: string): T {
  const found = all[key]
  if (found === undefined) throw new Error(`The texts of a submission lack ${key}`)
  return found
}

const withCited = (source: CitedSource): CitedSource => (source.cited ? { ...source, cited: inEveryNow(source.cited) } : source)
const withSaid = <T extends { readonly says?: InEvery<string> }>(one: T): T => (one.says ? { ...one, says: inEveryNow(one.says) } : one)

const limitsNow = ({ limits }: Pick<Submission, 'limits'>) => (limits ? { limits: limits.map(withSaid) } : {})

/** The texts of a line, with the name of whom it is about. */
export function rowNames({ title, label }: Pick<SubmittedRow, 'title' | 'label'>, { person, value }: Pick<BareRow, 'person' | 'value'>) {
  const now = inEveryNow(title)
  const named = person === undefined ? now : inEvery((language) => `${now[language]} ${person}`)
  return { title: named, label: inEveryNow(label), value: typeof value === 'string' ? inEvery(() => value) : inEveryNow(value) }
}

/** A submission made before form texts were stored separately, with the texts it contains. */
export function inFrozenTexts(submission: Submission): Submission {
  const { departments } = submission
  return {
    ...submission,
    name: inEveryNow(submission.name),
    trace: submission.trace.map((one) => ({ ...withSaid(one), sources: one.sources.map(withCited) })),
    ...(departments ? { departments: departments.map(inEveryNow) } : {}),
    ...limitsNow(submission),
    rows: submission.rows.map((row) => ({ ...row, ...rowNames(row, row) })),
    papers: submission.papers.map((paper) => ({ ...paper, words: inEveryNow(paper.words) })),
  }
}
