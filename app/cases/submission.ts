import type { Day } from '#app/domain/day.ts'
import type { Value } from '#app/domain/fields/field.ts'
import { kindOf } from '#app/domain/fields/index.ts'
import { type FormField, type FormStep, valueKey } from '#app/domain/form.ts'
import { type InEvery, inEvery } from '#app/domain/language.ts'
import type { Truth } from '#app/domain/truth.ts'
import { type CitedSource, judge, type Verdict } from '#app/domain/verdict.ts'
import { applicationOf, type DraftApplication, personOf, readingOf, stepsOf, subjectName, withSaid } from '#app/forms/application-form.ts'
import { valueIn } from '#app/forms/application-values.ts'
import { fieldTexts, optionsKey } from '#app/forms/field-texts.ts'
import { memberOf } from '#app/forms/members.ts'
import { nameShown, shownText } from '#app/i18n/field-text.ts'
import { text } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import type { Limit } from '#app/services/define.ts'
import { formsVersion, rulesVersion, serviceById } from '#app/services/index.ts'
import { type Consent, type Folder, papersOf } from './folder.ts'
import { rowNames } from './form-texts.ts'
import { limitsOf } from './legal-deadlines.ts'

/** One line of what was submitted. */
export type SubmittedRow = {
  readonly target: string
  /** Whom it is about, as its title ends with; earlier submissions do not say. */
  readonly person?: string
  readonly title: InEvery<string>
  readonly label: InEvery<string>
  readonly value: InEvery<string>
}

/** A legal time limit that applies, as it was when something was submitted. */
export type SubmittedLimit = Pick<Limit, 'statement' | 'days' | 'unit'> & { readonly says: InEvery<string> }

/** A paper of a submission with the ids of its files; none: the person brings it to the counter. */
export type SubmittedPaper = { readonly key: string; readonly words: InEvery<string>; readonly files: readonly string[] }

/**
 * What was submitted for one service, with all texts: readable as it was, whatever becomes of the definitions.
 * The trace holds the results of the conditions in force on the day `asOf`; one with a date of law says from when it is.
 */
export type Submission = {
  readonly service: string
  readonly name: InEvery<string>
  readonly asOf: Day
  readonly mode: Mode
  readonly version: { readonly rules: string; readonly forms: string }
  readonly verdict: Verdict
  readonly trace: readonly {
    readonly condition: string
    readonly from?: Day
    readonly truth: Truth
    /** What was submitted before citations were stored lacks those. */
    readonly sources: readonly CitedSource[]
    /** What the condition asked, and whether the locality decided it; what was submitted before these were stored lacks both. */
    readonly says?: InEvery<string>
    readonly local?: boolean
  }[]
  /** Who was in charge; what was submitted before these were stored lacks them. */
  readonly departments?: readonly InEvery<string>[]
  /** The legal time limits; what was submitted before these were stored lacks them. */
  readonly limits?: readonly SubmittedLimit[]
  readonly rows: readonly SubmittedRow[]
  readonly papers: readonly SubmittedPaper[]
  readonly consents: readonly Consent[]
}

/** A value as shown: one text where it is the same in every language, as names and numbers are. */
export type Shown = InEvery<string> | string

/** One line of a submission, without the texts of its form; `person` is whom its step is about. */
export type BareRow = { readonly target: string; readonly person?: string; readonly value: Shown }

/** What is submitted, without what the form and its conditions say to everybody: that is stored once (`form-texts.server.ts`). */
export type BareSubmission = Omit<Submission, 'name' | 'trace' | 'departments' | 'rows' | 'papers'> & {
  /** A condition has texts and sources of its own where they were added later (`jobs/write-submission-texts.server.ts`), and so have departments. */
  readonly trace: readonly (Pick<Submission['trace'][number], 'condition' | 'from' | 'truth' | 'says' | 'local'> &
    Partial<Pick<Submission['trace'][number], 'sources'>>)[]
  readonly departments?: readonly InEvery<string>[]
  readonly rows: readonly BareRow[]
  readonly papers: readonly Omit<SubmittedPaper, 'words'>[]
}

/** The text of a key in every language. */
export function textInEvery(key: string, values?: Parameters<typeof text>[2]): InEvery<string> {
  if (values !== undefined) return inEvery((language) => text(language, key, values))
  const known = texts.get(key)
  if (known) return known
  const found = inEvery((language) => text(language, key))
  texts.set(key, found)
  return found
}

/** Cache of texts without values. */
const texts = new Map<string, InEvery<string>>()

/** The key of the title of a step. */
function titleOf(step: Pick<FormStep, 'block'>, service: string | null): string {
  return service === null ? `forms:blocks.${step.block}.title` : `services/${service}:name`
}

/** The value of a field as shown in every language. `options` is the key of its options. */
export function shownValue(field: FormField, options: string, value: Value, folder: Pick<Folder, 'members'>, asOf: Day): Shown {
  const shown = kindOf(field).show(value, field)
  if (shown.as === 'text') return shown.text
  const name = nameShown(shown, options)
  if (name && name.values === undefined) return textInEvery(name.k)
  const memberName = (id: string) => memberOf(folder, id)?.name ?? ''
  return inEvery((language) => shownText(language, shown, { options, asOf, personName: memberName }))
}

/** The service an own step belongs to; null for a shared block. */
export function serviceOf(wanted: readonly DraftApplication[], step: Pick<FormStep, 'subject'>): string | null {
  return applicationOf(wanted, step)?.service ?? null
}

/** One line of a step as it is now; undefined where the field is empty. */
export type Row = Omit<SubmittedRow, 'person'> & {
  readonly step: Pick<FormStep, 'block' | 'subject'>
  readonly empty: boolean
  readonly person: string | null
}

/** Every field of these applications with its value, as shown. */
export function submissionRows(folder: Folder, wanted: readonly DraftApplication[], asOf: Day): Row[] {
  return rowsOfSteps(folder, wanted, stepsOf(folder, wanted, asOf), asOf)
}

/** Every field of these steps with what stands in it, in words. */
export function rowsOfSteps(folder: Folder, wanted: readonly DraftApplication[], steps: readonly FormStep[], asOf: Day): Row[] {
  return steps.flatMap((step) => {
    const [service, person] = [serviceOf(wanted, step), subjectName(folder, wanted, step)]
    return step.fields.map((field): Row => {
      const value = shownIn(folder, wanted, step, field, asOf)
      return {
        target: valueKey(step, field.id),
        ...rowNames(fieldNames(step, service, field), { value: value ?? '' }),
        ...{ step: { block: step.block, subject: step.subject }, empty: value === undefined, person },
      }
    })
  })
}

/** The texts of a field: the title of its step, and its label. */
export function fieldNames(step: Pick<FormStep, 'block'>, service: string | null, field: FormField): Pick<SubmittedRow, 'title' | 'label'> {
  return { title: textInEvery(titleOf(step, service)), label: textInEvery(fieldTexts(step, service, field).label) }
}

/** The value of a field as shown; undefined where it is empty. */
function shownIn(folder: Folder, wanted: readonly DraftApplication[], step: FormStep, field: FormField, asOf: Day): Shown | undefined {
  const value = valueIn(folder, wanted, step, field)
  return value === undefined ? undefined : shownValue(field, optionsKey(step, serviceOf(wanted, step), field), value, folder, asOf)
}

/** The fields of one application that are not empty. */
function bareRows(folder: Folder, wanted: readonly DraftApplication[], asOf: Day): BareRow[] {
  return stepsOf(folder, wanted, asOf).flatMap((step) => {
    const person = subjectName(folder, wanted, step)
    return step.fields.flatMap((field): BareRow[] => {
      const value = shownIn(folder, wanted, step, field, asOf)
      if (value === undefined) return []
      const target = valueKey(step, field.id)
      return [person === null ? { target, value } : { target, person, value }]
    })
  })
}

/** The submission of one application, with its consents, judged by what is in force on `asOf`. `files`: ids of the files of a paper. @throws for a service that is not in the catalogue */
export function submissionOf(
  folder: Folder,
  wanted: DraftApplication,
  consents: readonly Consent[],
  files: (key: string) => readonly string[],
  mode: Mode,
  asOf: Day,
): BareSubmission {
  const service = serviceById(wanted.service)
  if (!service) throw new Error(`No service ${wanted.service}`)
  const reading = readingOf(folder, asOf)
  const judged = judge(service.conditions, withSaid(reading.member(personOf(folder, wanted)) ?? reading.household, wanted.service))
  return {
    service: wanted.service,
    asOf,
    mode,
    version: { rules: rulesVersion, forms: formsVersion },
    verdict: judged.verdict,
    trace: judged.conditions.map(({ condition: { id, from }, truth }) =>
      from ? { condition: id, from, truth } : { condition: id, truth },
    ),
    limits: limitsOf(folder, wanted, asOf).map(({ statement, days, unit }) => ({
      ...{ statement, days, unit, says: textInEvery(`services/${wanted.service}:timeAndCost.${statement}`) },
    })),
    rows: bareRows(folder, [wanted], asOf),
    papers: papersOf(folder, [wanted], asOf).map(({ key }) => ({ key, files: files(key) })),
    consents,
  }
}
