import type { HallDetails } from '#app/domain/hall.ts'
import { type InEvery, inEvery, sourceLanguage } from '#app/domain/language.ts'
import { formatSpan, joinList } from './format.ts'
import { hasText, text } from './messages.ts'
import type { Language } from './mode.ts'

/** What stands of a hall in a language of its own. */
export const ownOf = (details: HallDetails, what: string, language: Language): string => details[`${what}-${language}`]?.toString() ?? ''

/** The hours of a hall, the break between them. */
export function hoursOf({ morning, afternoon }: HallDetails, language: Language): string {
  const spans = [morning, afternoon].flatMap((one) => (one ? [String(one)] : []))
  return joinList(
    language,
    spans.map((span) => formatSpan(language, span)),
  )
}

/** The key of what an option of a field is called; undefined where the field has none. */
export function hallOptionKey(field: string, option: string): string | undefined {
  switch (field) {
    case 'services':
      return `services/${option}:name`
    case 'departments':
    case 'mandated':
      return `departments:${option}`
    case 'speaks':
      return `forms:fields.contact.speaks.options.${option}`
    case 'closed':
    case 'appointment':
    case 'step-free':
      return `halls:fields.${field}.options.${option}`
    default:
      return undefined
  }
}

/** The texts of the options of a hall that were ticked; one that has no text any more is left out. */
export const optionTexts = (details: HallDetails, field: string): string[] =>
  [details[field] ?? []]
    .flat()
    .flatMap((one) => hallOptionKey(field, one) ?? [])
    .filter(hasText)

/** What of a hall is told where there is little room: what one needs to get there when somebody is there. */
const brief = ['address', 'phone', 'hours', 'closed', 'appointment']
const told = ['address', 'way', 'phone', 'hours', 'closed', 'note', 'appointment', 'speaks', 'step-free', 'departments']

/** A hall line by line; `isBrief`: only what one cannot do without. What was not entered is not there. */
export function hallLines(details: HallDetails, isBrief = false): InEvery<string>[] {
  return (isBrief ? brief : told).flatMap((what) => {
    const of = (language: Language) => lineOf(details, what, language)
    if (of(sourceLanguage) === '') return []
    // That one has to make an appointment is a sentence of its own.
    if (what === 'appointment') return details.appointment === 'needed' ? [inEvery(of)] : []
    return [inEvery((language) => text(language, 'halls:shown.line', { what: text(language, `halls:shown.${what}`), is: of(language) }))]
  })
}

function lineOf(details: HallDetails, what: string, language: Language): string {
  switch (what) {
    case 'address':
    case 'way':
    case 'note':
      return ownOf(details, what, language)
    case 'phone':
      return details.phone?.toString() ?? ''
    case 'hours':
      return hoursOf(details, language)
    default:
      return joinList(
        language,
        optionTexts(details, what).map((key) => text(language, key)),
      )
  }
}

/** Is nothing written of where a hall is? */
export const lacksAddress = (details: HallDetails): boolean => ownOf(details, 'address', sourceLanguage) === ''

/** The same for whoever is sent there: where it is, or whom to ask. @source fact base 2, 7.4 */
export const linesToGoBy = (details: HallDetails, isBrief = false): InEvery<string>[] => [
  ...hallLines(details, isBrief),
  ...(lacksAddress(details) ? [inEvery((language) => text(language, 'halls:shown.no-address'))] : []),
]
