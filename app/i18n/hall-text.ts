import type { HallDetails } from '#app/domain/hall.ts'
import { type InEvery, inEvery, sourceLanguage } from '#app/domain/language.ts'
import { formatSpan, joinList } from './format.ts'
import { text } from './messages.ts'
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

/** A hall in short, line by line: address, telephone, hours, and that one has to make an appointment. What was not entered is not there. */
export function hallLines(details: HallDetails): InEvery<string>[] {
  const labelled = (what: string, of: (language: Language) => string) =>
    of(sourceLanguage) === ''
      ? []
      : [inEvery((language) => text(language, 'halls:shown.line', { what: text(language, `halls:shown.${what}`), is: of(language) }))]
  const needed = details.appointment === 'needed'
  return [
    ...labelled('address', (language) => ownOf(details, 'address', language)),
    ...labelled('phone', () => details.phone?.toString() ?? ''),
    ...labelled('hours', (language) => hoursOf(details, language)),
    ...(needed ? [inEvery((language) => text(language, 'halls:fields.appointment.options.needed'))] : []),
  ]
}

/** Is nothing written of where a hall is? */
export const lacksAddress = (details: HallDetails): boolean => ownOf(details, 'address', sourceLanguage) === ''

/** The same for whoever is sent there: where it is, or whom to ask. @source fact base 2, 7.4 */
export const linesToGoBy = (details: HallDetails): InEvery<string>[] => [
  ...hallLines(details),
  ...(lacksAddress(details) ? [inEvery((language) => text(language, 'halls:shown.no-address'))] : []),
]
