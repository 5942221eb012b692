import { createContext, useContext } from 'react'
import { phrasesOf } from '#app/cases/free-text.ts'
import { longestText } from '#app/domain/event-text.ts'
import { type OwnPhrase, ownKey, type PhraseKind } from '#app/domain/phrase.ts'
import { languagesOf, type Mode } from '#app/i18n/mode.ts'
import { Say, useMode, usePlain } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'

/** The standard sentences of the hall and of the places above it, for every field on a page. */
export const OwnPhrases = createContext<readonly OwnPhrase[]>([])

/** One of them as plain text. */
export const plainIn = (mode: Mode, one: OwnPhrase): string =>
  languagesOf(mode)
    .map((language) => one.text[language])
    .join(' · ')

/** A phrase and a text, as typed. */
export type TypedText = { readonly phrase: string; readonly text: string }

type Props = {
  kind: PhraseKind
  /** The key of the label. */
  legend?: string
  typed: TypedText
  error: FieldError | undefined
}

/** A standard sentence, which everybody reads in their own language, and a free text, which stays in its language. */
export function FreeTextField({ kind, legend = 'desk:correct.reason', typed, error }: Props): JSX.Element {
  // What is given back is read by whoever wrote it, never by the resident.
  const reader = kind === 'return' ? '-colleague' : ''
  return (
    <fieldset className="form-field">
      <legend>
        <Say k={legend} />
      </legend>
      <label className="field" htmlFor="phrase">
        <span>
          <Say k={`desk:free-text.phrase${reader}`} />
        </span>
        <PhraseSelect id="phrase" name="phrase" kind={kind} chosen={typed.phrase} />
      </label>
      <label className="field" htmlFor="words">
        <span>
          <Say k={`desk:free-text.free${reader}`} />
        </span>
        <textarea
          id="words"
          name="words"
          rows={4}
          maxLength={longestText * 2}
          defaultValue={typed.text}
          aria-describedby={error ? 'words-error' : undefined}
          aria-invalid={error ? true : undefined}
        />
      </label>
      <FieldMessage id="words-error" error={error} />
    </fieldset>
  )
}

/** The choice of a kind's standard sentences. */
export function PhraseSelect({
  id,
  name,
  kind,
  chosen,
  label,
}: {
  id: string
  name: string
  kind: PhraseKind
  chosen: string
  label?: string
}): JSX.Element {
  const [plain, mode] = [usePlain(), useMode()]
  const own = useContext(OwnPhrases).filter((one) => one.kind === kind)
  return (
    <select id={id} name={name} defaultValue={chosen} aria-label={label}>
      <option value="">{plain('desk:free-text.no-phrase')}</option>
      {own.map((one) => (
        <option key={one.id} value={ownKey(one)}>
          {plainIn(mode, one)}
        </option>
      ))}
      {phrasesOf(kind).map((phrase) => (
        <option key={phrase} value={phrase}>
          {plain(`phrases:${phrase}`)}
        </option>
      ))}
    </select>
  )
}
