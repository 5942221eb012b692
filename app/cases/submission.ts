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
import { type Consent, type Folder, memberOf, nameOf, papersOf, personOf, readingOf, stepsOf, valueIn, type Wanted } from './folder.ts'

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

/** The key of the label of a field: a question brings its own. */
export function labelOf(field: Field, words: string): string {
  return field.kind === 'question' ? `questions:${field.question}.short` : `${words}.label`
}

/** What stands in a field, in words. */
export function shownValue(language: Language, field: Field, words: string, value: Value, folder: Folder, asOf: Day): string {
  const list = (key: (option: string) => string) => joinList(language, [value].flat().map(key))
  switch (field.kind) {
    case 'question': {
      const question = (questionnaire.questions as Record<string, Question>)[field.question]
      if (question?.kind === 'birth-date' && typeof value === 'string' && value !== 'unsure') return formatBirth(language, value, asOf)
      return list((option) => text(language, `questions:${field.question}.options.${option}`))
    }
    case 'choice':
    case 'many':
      return list((option) => text(language, `${words}.options.${option}`))
    case 'people':
      return list((id) => memberOf(folder, id)?.name ?? '')
    case 'county':
      return list((code) => text(language, `places:counties.${code}`))
    case 'day':
      return formatDay(language, String(value))
    case 'words':
    case 'name':
    case 'phone':
    case 'identity-number':
      return String(value)
  }
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
  return stepsOf(folder, wanted, asOf).flatMap((step) =>
    step.fields.map((field): Row => {
      const service = serviceOf(wanted, step)
      const words = wordsOf(step, service, field)
      const value = valueIn(folder, wanted, step, field)
      const shown = (language: Language) => (value === undefined ? '' : shownValue(language, field, words, value, folder, asOf))
      return {
        target: valueKey(step, field.id),
        title: service === null ? both(`forms:blocks.${step.block}.title`) : both(`services/${service}:name`),
        label: both(labelOf(field, words)),
        value: { zh: shown('zh'), bo: shown('bo') },
        step: { block: step.block, subject: step.subject },
        empty: value === undefined,
        person: nameOf(folder, wanted, step),
      }
    }),
  )
}

/** What is submitted for one application. `files` are the ids of the files of each paper. */
export function submissionOf(folder: Folder, wanted: Wanted, files: (key: string) => readonly string[], mode: Mode, asOf: Day): Submission {
  const service = serviceById(wanted.service)
  if (!service) throw new Error(`No service ${wanted.service}`)
  const reading = readingOf(folder, asOf)
  const judged = judge(service.conditions, reading.member(personOf(folder, wanted)) ?? reading.household)
  return {
    service: wanted.service,
    name: both(`services/${wanted.service}:name`),
    ...{ asOf, mode, version: { rules: rulesVersion, forms: formsVersion } },
    verdict: judged.verdict,
    trace: judged.conditions.map(({ condition, truth }) => ({ condition: condition.id, truth, sources: condition.sources })),
    rows: rowsOf(folder, [wanted], asOf)
      .filter(({ empty }) => !empty)
      .map(({ target, title, label, value, person }) => ({ target, title: person === null ? title : named(title, person), label, value })),
    papers: papersOf(folder, [wanted], asOf).map(({ key, words }) => ({ key, words: both(words), files: files(key) })),
    consents: folder.consents,
  }
}

const named = (title: Both, person: string): Both => ({ zh: `${title.zh} ${person}`, bo: `${title.bo} ${person}` })
