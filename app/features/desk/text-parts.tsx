import { type InEvery, isSameInEvery, languages, languagesOf } from '#app/domain/language.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { langOf, type Mode } from '#app/i18n/mode.ts'
import { countyName } from '#app/i18n/stored-names.ts'
import { InModes, markForeign, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'

/** The name of a staff member, also of an unknown one. */
export function StaffName({ name }: { name: string | null }): JSX.Element {
  return name === null ? <Say k="desk:case.unknown-staff" /> : <Typed>{name}</Typed>
}

/** A text in every language, the reader's first. */
export function ReadersFirst({ text, mode }: { text: InEvery<string>; mode: Mode }): JSX.Element {
  if (isSameInEvery(text)) return <BilingualText text={text} />
  const others = languages.filter((language) => !languagesOf(mode).includes(language))
  return (
    <>
      <BilingualText text={text} />
      {others.map((other) => (
        <span key={other} className="other-language" lang={langOf(other)}>
          {markForeign(text[other], other)}
        </span>
      ))}
    </>
  )
}

/** The name of a county, or of practice. */
export function County({ code }: { code: string }): JSX.Element {
  return <Say {...countyName(code)} />
}

/** When something happened, to the minute. */
export function Moment({ at }: { at: string }): JSX.Element {
  return <InModes className="quiet">{(language) => formatMoment(language, at)}</InModes>
}
