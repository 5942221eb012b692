import type { Day } from '#app/domain/day.ts'
import type { FormField, FormStep } from '#app/domain/form.ts'
import type { InEvery } from '#app/domain/language.ts'
import { formOf } from '#app/forms/application-form.ts'
import { fieldTexts } from '#app/forms/field-texts.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { inputName, inputNames, typedFrom } from '#app/forms/inputs.ts'
import type { Peopled } from '#app/forms/members.ts'
import { parseStep } from '#app/forms/read-step.ts'
import { hasText } from '#app/i18n/messages.ts'
import { countyCodes } from '#app/services/places.ts'
import { sharedSteps } from './corrected.ts'
import { sameInBoth } from './differences.ts'
import { fieldNames, shownValue, textInEvery } from './submission.ts'

/** A line of what was typed: what was asked, and the answer in words. */
export type TypedLine = { readonly id: string; readonly label: InEvery<string>; readonly typed: InEvery<string> }

/** What is known of the folder a form is of. Of one that is not open nothing is: names of members, services of corrections. */
export type KnownFolder = Pick<Peopled, 'members'> & {
  readonly applications: readonly { readonly number: number; readonly service: string }[]
}
const unknown: KnownFolder = { members: [], applications: [] }

/** The steps of the form of a folder that was sent to `path`, each with the prefix of its inputs and the service its own questions are of. */
type SentStep = { readonly step: FormStep; readonly service: string | null; readonly prefix: string | undefined }

/**
 * What a resident typed in a form of their folder that was sent to `path`, to be read before it is sent again, or to be copied. What is not
 * valid is shown as it was typed.
 */
export function typedLines(path: string, form: FormValues, asOf: Day, known: KnownFolder = unknown): TypedLine[] {
  const lines = stepsSent(path, form, known).flatMap((sent) => sent.step.fields.flatMap((field) => lineOf(sent, field, form, asOf, known)))
  return [...lines, ...otherLinesIn(path, form)]
}

function stepsSent(path: string, form: FormValues, { applications }: KnownFolder): SentStep[] {
  const serviceAt = (subject: string) => applications.find(({ number }) => subject === `n${number}`)?.service
  const sent = (block: string, subject: string, service: string | undefined, prefix?: string): SentStep[] => {
    if (block !== 'own') return sharedSteps(new Set([`${block}/${subject}/`])).map((step) => ({ step, service: null, prefix }))
    const fields = service === undefined ? undefined : formOf(service)?.own
    return fields && service !== undefined ? [{ step: { block, subject, fields }, service, prefix }] : []
  }
  const [, block, subject = ''] = /\/apply\/step\/([\w-]+)\/(\w+)/.exec(path) ?? []
  // The form of a step says which application it is of; an older one only its number.
  const [mark] = String(form.get('of') ?? '').split(':')
  if (block !== undefined) return sent(block, subject, mark || serviceAt(subject))
  if (!/\/applications\/\d+\/correct/.test(path)) return []
  const places = new Set([...form.entries()].map(([name]) => /^f-[a-z]+-\w+(?=-)/.exec(name)?.[0] ?? ''))
  return [...places].flatMap((prefix) => {
    const [, of = '', whom = ''] = prefix.split('-')
    return sent(of, whom, serviceAt(whom), prefix)
  })
}

function lineOf({ step, service, prefix }: SentStep, field: FormField, form: FormValues, asOf: Day, known: KnownFolder): TypedLine[] {
  const name = inputName(field, prefix)
  if (!inputNames(field, name).some((one) => form.has(one))) return []
  const typed = typedFrom(form, field, name)
  const around = { asOf, counties: countyCodes, people: known.members.map(({ id }) => id) }
  const options = fieldTexts(step, service, field).options
  const { values, errors } = parseStep([field], { [field.id]: typed }, { around, name: () => name, optionsAt: () => options })
  const value = errors.length > 0 ? undefined : values[field.id]
  const shown = value === undefined ? Object.values(typed).flat().filter(Boolean).join(' ') : shownValue(field, options, value, known, asOf)
  const said = typeof shown === 'string' ? sameInBoth(shown) : shown
  return said === null ? [] : [{ id: name, label: fieldNames(step, service, field).label, typed: said }]
}

/** What else is typed in a form of a folder: its path, and its inputs with their labels. */
const otherForms: readonly (readonly [path: RegExp, inputs: readonly (readonly [input: string, label: string])[]])[] = [
  [
    /\/applications\/\d+\/rate\b/,
    [
      ['score', 'application:rate.score'],
      ['words', 'application:rate.text'],
    ],
  ],
  [/\/applications\/\d+\/withdraw\b/, [['words', 'application:withdraw.why']]],
  [/\/applications\/\d+\/correct\b/, [['words', 'application:correct.text']]],
  [/\/apply\/adult\b/, (['name', 'relation', 'phone'] as const).map((one) => [`adult-${one}`, `apply:start.adult-${one}`] as const)],
]

/** Texts of a withdrawal, of a rating with its score, beside a correction, and of the adult who is to apply. */
function otherLinesIn(path: string, form: FormValues): TypedLine[] {
  const inputs = otherForms.find(([form]) => form.test(path))?.[1] ?? []
  return inputs.flatMap(([id, label]) => {
    const text = String(form.get(id) ?? '').trim()
    const typed = optionText(id, text) ?? sameInBoth(text)
    return typed === null ? [] : [{ id, label: textInEvery(label), typed }]
  })
}

/** A choice as its option says it; undefined for what is none. */
function optionText(input: string, value: string): InEvery<string> | undefined {
  const at = { score: 'application:rate.scores', 'adult-relation': 'check:members.relatives' }[input]
  return at !== undefined && /^[\w-]+$/.test(value) && hasText(`${at}.${value}`) ? textInEvery(`${at}.${value}`) : undefined
}
