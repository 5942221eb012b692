import type { Day } from '#app/domain/day.ts'
import type { Field, Value } from '#app/domain/field.ts'
import { type FormStep, valueKey } from '#app/domain/form.ts'
import type { Question } from '#app/domain/question.ts'
import type { Truth } from '#app/domain/truth.ts'
import { judge, type Verdict } from '#app/domain/verdict.ts'
import { formatBirth, formatDay, joinList } from '#app/i18n/format.ts'
import { text } from '#app/i18n/messages.ts'
import type { Language, Mode } from '#app/i18n/mode.ts'
import { questionnaire } from '#app/services/household.ts'
import { formsVersion, rulesVersion, serviceById } from '#app/services/index.ts'
import {
  type Consent,
  type Folder,
  memberOf,
  nameOf,
  papersOf,
  paperWords,
  personOf,
  readingOf,
  stepsOf,
  valueIn,
  type Wanted,
} from './folder.ts'

/** Words in both languages, as they stood when something was submitted. */
export type Both = Readonly<Record<Language, string>>

/** One line of what was submitted. */
export type SubmittedRow = { readonly target: string; readonly title: Both; readonly label: Both; readonly value: Both }

/** A paper of what was submitted: how many files came with it; none: the person brings it to the window. */
export type SubmittedPaper = { readonly key: string; readonly words: Both; readonly files: readonly string[] }

/**
 * What was submitted for one service, in words: readable for ever as it was, whatever becomes of the definitions.
 * The trace is what the conditions came to on that day.
 */
export type Submission = {
  readonly service: string
  readonly name: Both
  readonly asOf: Day
  readonly mode: Mode
  readonly version: { readonly rules: string; readonly forms: string }
  readonly verdict: Verdict
  readonly trace: readonly {
    readonly condition: string
    readonly truth: Truth
    readonly sources: readonly { readonly instrument: string; readonly article?: string }[]
  }[]
  readonly rows: readonly SubmittedRow[]
  readonly papers: readonly SubmittedPaper[]
  readonly consents: readonly Consent[]
}

/** One line of what was submitted, with the keys of the words of its form; `person` is whom its step is about. */
export type KeyedRow = {
  readonly target: string
  readonly title: string
  readonly label: string
  readonly person?: string
  readonly value: Both
}

/** What is submitted, with the keys of the words of its form: the words are the same for everybody, and kept once (`wording.server.ts`). */
export type KeyedSubmission = Omit<Submission, 'name' | 'rows' | 'papers'> & {
  readonly rows: readonly KeyedRow[]
  readonly papers: readonly { readonly key: string; readonly files: readonly string[] }[]
}

/** What was submitted, in words. `say` tells what a key said. */
export function inWords(submission: KeyedSubmission, say: (key: string) => Both): Submission {
  return {
    ...submission,
    name: say(`services/${submission.service}:name`),
    rows: submission.rows.map((row) => rowInWords(row, say)),
    papers: submission.papers.map(({ key, files }) => ({ key, words: say(paperWords(key)), files })),
  }
}

function rowInWords({ target, title, label, person, value }: KeyedRow, say: (key: string) => Both): SubmittedRow {
  const words = say(title)
  return { target, title: person === undefined ? words : inBoth((language) => `${words[language]} ${person}`), label: say(label), value }
}

/** Words of a key in both languages. */
export function both(key: string, values?: Parameters<typeof text>[2]): Both {
  if (values !== undefined) return { zh: text('zh', key, values), bo: text('bo', key, values) }
  const known = bothOf.get(key)
  if (known) return known
  const found = { zh: text('zh', key), bo: text('bo', key) }
  bothOf.set(key, found)
  return found
}

/** Words without values, once they were said. */
const bothOf = new Map<string, Both>()

/** The key under which the texts of a field stand. */
export function wordsOf(step: Pick<FormStep, 'block'>, service: string | null, field: Pick<Field, 'id'>): string {
  return service === null ? `forms:fields.${step.block}.${field.id}` : `services/${service}:form.${field.id}`
}

/** The key of the title of a step. */
export function titleOf(step: Pick<FormStep, 'block'>, service: string | null): string {
  return service === null ? `forms:blocks.${step.block}.title` : `services/${service}:name`
}

/** The key of the label of a field: a question brings its own. */
export function labelOf(field: Field, words: string): string {
  return field.kind === 'question' ? `questions:${field.question}.short` : `${words}.label`
}

/** What stands in a field, in words of both languages. */
export function shownValue(field: Field, words: string, value: Value, folder: Folder, asOf: Day): Both {
  switch (field.kind) {
    case 'question': {
      const question = (questionnaire.questions as Record<string, Question>)[field.question]
      if (question?.kind === 'birth-date' && typeof value === 'string' && value !== 'unsure')
        return inBoth((language) => formatBirth(language, value, asOf))
      return listed(value, (option) => both(`questions:${field.question}.options.${option}`))
    }
    case 'choice':
    case 'many':
      return listed(value, (option) => both(`${words}.options.${option}`))
    case 'people':
      return listed(value, (id) => asWritten(memberOf(folder, id)?.name ?? ''))
    case 'county':
      return listed(value, (code) => both(`places:counties.${code}`))
    case 'day':
      return inBoth((language) => formatDay(language, String(value)))
    case 'words':
    case 'name':
    case 'phone':
    case 'identity-number':
      return asWritten(String(value))
  }
}

const inBoth = (of: (language: Language) => string): Both => ({ zh: of('zh'), bo: of('bo') })
const asWritten = (words: string): Both => ({ zh: words, bo: words })

function listed(value: Value, wordsOf: (one: string) => Both): Both {
  if (typeof value === 'string') return wordsOf(value)
  const all = value.map(wordsOf)
  return inBoth((language) =>
    joinList(
      language,
      all.map((one) => one[language]),
    ),
  )
}

/** The service an own step belongs to; null for a shared block. */
export function serviceOf(wanted: readonly Wanted[], { subject }: Pick<FormStep, 'subject'>): string | null {
  return wanted.find(({ number }) => subject === `n${number}`)?.service ?? null
}

/** One line of a step as it stands now; undefined where nothing stands in the field. */
export type Row = SubmittedRow & {
  readonly step: Pick<FormStep, 'block' | 'subject'>
  readonly empty: boolean
  readonly person: string | null
}

/** Every field of these applications with what stands in it, in words. */
export function rowsOf(folder: Folder, wanted: readonly Wanted[], asOf: Day): Row[] {
  return keyedRows(folder, wanted, asOf).map(({ step, person, value, ...row }) => ({
    ...rowInWords({ ...row, value: value ?? asWritten('') }, both),
    ...{ step: { block: step.block, subject: step.subject }, empty: value === undefined, person: person ?? null },
  }))
}

/** Every field of these applications: the keys of its words, and what stands in it. */
function keyedRows(folder: Folder, wanted: readonly Wanted[], asOf: Day) {
  return stepsOf(folder, wanted, asOf).flatMap((step) => {
    const [service, person] = [serviceOf(wanted, step), nameOf(folder, wanted, step) ?? undefined]
    return step.fields.map((field) => {
      const words = wordsOf(step, service, field)
      const value = valueIn(folder, wanted, step, field)
      return {
        ...{ step, person, target: valueKey(step, field.id), title: titleOf(step, service), label: labelOf(field, words) },
        value: value === undefined ? undefined : shownValue(field, words, value, folder, asOf),
      }
    })
  })
}

/** What is submitted for one application, with what was agreed to. `files` are the ids of the files of each paper. */
export function submissionOf(
  folder: Folder,
  wanted: Wanted,
  consents: readonly Consent[],
  files: (key: string) => readonly string[],
  mode: Mode,
  asOf: Day,
): KeyedSubmission {
  const service = serviceById(wanted.service)
  if (!service) throw new Error(`No service ${wanted.service}`)
  const reading = readingOf(folder, asOf)
  const judged = judge(service.conditions, reading.member(personOf(folder, wanted)) ?? reading.household)
  return {
    service: wanted.service,
    ...{ asOf, mode, version: { rules: rulesVersion, forms: formsVersion } },
    verdict: judged.verdict,
    trace: judged.conditions.map(({ condition, truth }) => ({ condition: condition.id, truth, sources: condition.sources })),
    rows: keyedRows(folder, [wanted], asOf).flatMap(({ target, title, label, person, value }) =>
      value === undefined ? [] : [{ target, title, label, ...(person === undefined ? {} : { person }), value }],
    ),
    papers: papersOf(folder, [wanted], asOf).map(({ key }) => ({ key, files: files(key) })),
    consents,
  }
}
