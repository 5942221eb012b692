import type { EventText } from '#app/domain/event-text.ts'
import { type InEvery, isSameInEvery, sourceLanguage } from '#app/domain/language.ts'
import type { CitedSource } from '#app/domain/verdict.ts'
import { text } from '#app/i18n/messages.ts'
import { type Language, langOf } from '#app/i18n/mode.ts'
import { phraseText } from '#app/i18n/stored-names.ts'
import { InModes, markForeign, Say, Typed } from './bilingual-text.tsx'
import { Citations } from './citation.tsx'

/** A text stored in every language, in those of the mode; shown once where all are the same. */
export function BilingualText({ text }: { text: InEvery<string> }): JSX.Element {
  if (isSameInEvery(text)) return <Typed>{text[sourceLanguage]}</Typed>
  return <InModes>{(language) => text[language]}</InModes>
}

/** A free text in one language, marked as such. */
export function FreeText({ text, language }: { text: string; language: Language }): JSX.Element {
  return <bdi lang={langOf(language)}>{markForeign(text, language)}</bdi>
}

/** What the resident typed, in its language. */
export function ResidentText({ text, language }: EventText): JSX.Element {
  return (
    <p className="free-text">
      <FreeText text={text} language={language} />
    </p>
  )
}

/**
 * What hall staff typed: a standard sentence in the reader's language, as it was told (`said`), or, where only its key was stored, as it is
 * or was last; a free text marked with its language.
 */
export function StaffText({ text: written, language, phrase, said }: EventText): JSX.Element {
  return (
    <div className="notice">
      {said && (
        <p>
          <BilingualText text={said} />
        </p>
      )}
      {!said && phrase !== undefined && <Say as="p" {...phraseText(phrase)} />}
      {written !== '' && (
        <>
          <Say
            as="p"
            className="quiet"
            k="application:staff-text"
            values={(reader) => ({ language: text(reader, `application:language.${language}`) })}
          />
          <p className="free-text">
            <FreeText text={written} language={language} />
          </p>
        </>
      )}
    </div>
  )
}

type StoredGroundProps = { says: InEvery<string>; sources: readonly InEvery<string>[]; label?: JSX.Element }

/** The condition of a decision as it was stored, with its sources; `label` where that was stored too. */
export function StoredGround({ says, sources, label }: StoredGroundProps): JSX.Element {
  return (
    <div className="ground">
      <p>
        {label ?? <Say className="quiet" k="application:ground" />} <BilingualText text={says} />
      </p>
      <StoredSources sources={sources} />
    </div>
  )
}

/** Sources as they were stored. */
export function StoredSources({ sources }: { sources: readonly InEvery<string>[] }): JSX.Element {
  return (
    <span className="citations">
      {sources.map((source) => (
        <cite key={source[sourceLanguage]} className="citation">
          <BilingualText text={source} />
        </cite>
      ))}
    </span>
  )
}

/** The condition something was decided by, and where it stands. */
export function Ground({ says, sources }: { says: InEvery<string>; sources: readonly CitedSource[] }): JSX.Element {
  return (
    <div className="ground">
      <p>
        <Say className="quiet" k="application:ground" /> <BilingualText text={says} />
      </p>
      <Citations sources={sources} />
    </div>
  )
}
