import { feedbackKinds } from '#app/domain/feedback.ts'
import { practicePlace, province } from '#app/domain/place.ts'
import { isKnown, type SetColumn } from '#app/domain/readable-row.ts'
import type { Source } from '#app/domain/verdict.ts'
import type { InternalStep } from '#app/domain/worded-step.ts'
import { formatArticle } from './format.ts'
import { hasText, plainText, text, type Values } from './messages.ts'
import type { Language, Mode } from './mode.ts'

/** The key of a name, and the values of its text. */
export type Named = { readonly k: string; readonly values?: Values }

/**
 * Names of ids in stored data, and the only way from such an id to a text. A retired id has its name in
 * `retired.json` and is marked; an unknown one (a damaged row, or one of a later release) is shown itself. None of these throws.
 */
export const serviceName = (id: string): Named => named(`services/${id}:name`, `services.${id}`, id)
export const countyName = (code: string): Named => named(`places:counties.${code}`, `counties.${code}`, code)
/** A place a hall can have: a county, practice, a prefecture, or the province. */
export const placeName = (place: string): Named =>
  place.endsWith('00') && place !== practicePlace
    ? named(`places:${place === province ? 'provinces' : 'prefectures'}.${place}`, `counties.${place}`, place)
    : countyName(place)
export const departmentName = (id: string): Named => named(`departments:${id}`, `departments.${id}`, id)
/** A ground on which the clock of a limit stood still. */
export const stopName = (id: string): Named => named(`natures:stop.${id}`, `stops.${id}`, id)
export const instrumentName = (id: string): Named => named(`instruments:${id}.short`, `instruments.${id}`, id)
export const questionName = (id: string): Named => named(`questions:${id}.short`, `questions.${id}`, id)
export const conditionName = (service: string, id: string): Named =>
  named(`services/${service}:conditions.${id}.is`, `conditions.${service}.${id}`, id)

/** A status, what follows from it, the mode and the way something was handed in, a step that waits: of a damaged row, that it cannot be read. */
export const statusName = (status: string): Named => inSet('status', status, `application:status.${status}.name`)
export const statusNext = (status: string): Named => inSet('status', status, `application:status.${status}.next`)
export const modeName = (mode: string): Named => inSet('mode', mode, `desk:queue.mode.${mode}`)
export const channelName = (channel: string): Named => inSet('channel', channel, `figures:channel.${channel}`)
export const heldStepName = (step: string): Named => inSet('heldStep', step, `desk:do.${step}`)
/** What somebody found about a page. */
export const feedbackKindName = (kind: string): Named => ({
  k: feedbackKinds.some((one) => one === kind) ? `feedback:kinds.${kind}` : 'errors:unreadable',
})
/** A step whose texts for staff wait; null: its event cannot be read. */
export const internalStepName = (step: InternalStep['type'] | null): Named => ({
  k: step === null ? 'errors:unreadable' : `desk:do.${step}`,
})

const inSet = (column: SetColumn, value: string, key: string): Named => ({ k: isKnown(column, value) ? key : 'errors:unreadable' })

/** The title of a step or of a line: its service, where it is one of a service's own, else its block. */
export const stepName = (block: string, service: string | null): Named =>
  service === null ? named(`forms:blocks.${block}.title`, `fields.${block}.title`, block) : serviceName(service)

/** A field of a shared block, where it is no question. */
export const fieldName = (block: string, field: string): Named =>
  named(`forms:fields.${block}.${field}.label`, `fields.${block}.${field}`, field)

/** An option; `options` is the key its options stand under, as `fieldTexts` gives it. */
export function optionName(options: string, option: string): Named {
  const now = `${options}.${option}`
  return isSaid(now) ? { k: now } : named(now, `options.${optionId(options, option)}`, option)
}

/** The id of an option among all there are, as `retired` names it: `<question>.<option>`, or `<block or service>.<field>.<option>`. */
export function optionId(options: string, option: string): string {
  const [, of = ''] = /^(?:questions:|forms:fields\.|services\/)(.*)\.options$/.exec(options) ?? []
  return `${of.replace(':form', '')}.${option}`
}

/** A paper; `textKey` is the key of its text (`paperTextKey`). Where that is a whole sentence, its short name. */
export function paperName(textKey: string): Named {
  const id = textKey.replace(/^forms:papers\.|^services\//, '').replace(':documents.', '.')
  const short = shortKey(textKey)
  return hasText(short) ? { k: short } : named(textKey, `papers.${id}`, id)
}

/** What is to be known of a paper besides its short name; null where the name says all. */
export const paperHelp = (textKey: string): Named | null => (hasText(shortKey(textKey)) && hasText(textKey) ? { k: textKey } : null)

const shortKey = (textKey: string) => textKey.replace(/^forms:papers\./, 'forms:paperNames.').replace(':documents.', ':paperNames.')

/** A place in an instrument: its short title, its number, the article. */
export function citation(language: Language, { instrument, article }: Source, number = ''): string {
  const title = nameIn(language, instrumentName(instrument))
  return [title, number, article ? formatArticle(language, article) : ''].filter(Boolean).join(' ')
}

/** A standard sentence of the desk, by its key. It is a whole sentence: one that went stands as it was, without a mark. */
export function phraseText(phrase: string): Named {
  const found = [`phrases:${phrase}`, `retired:phrases.${phrase}`].find(isSaid)
  return found === undefined ? { k: 'retired:unknown', values: { id: phrase } } : { k: found }
}

/** A name in one language. */
export const nameIn = (language: Language, { k, values }: Named): string => text(language, k, values)

/** A name for places that hold plain text only. */
export const plainName = (mode: Mode, { k, values }: Named): string => plainText(mode, k, values)

function named(now: string, before: string, id: string): Named {
  if (isSaid(now)) return { k: now }
  if (!isSaid(`retired:${before}`)) return { k: 'retired:unknown', values: { id } }
  return { k: 'retired:no-longer', values: (language) => ({ name: text(language, `retired:${before}`) }) }
}

/** Is there a text with this key? Ids that contain the separators of keys have none. */
const isSaid = (key: string): boolean => !/[.:]$|\.\.|:.*:/.test(key) && hasText(key)
