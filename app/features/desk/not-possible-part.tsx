import { type ReactNode, useContext } from 'react'
import { ownKey } from '#app/domain/phrase.ts'
import { hasText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say, useMode, usePlain } from '#app/ui/bilingual-text.tsx'
import { OwnPhrases, plainIn, type TypedText } from './free-text-field.tsx'

type Props = { mode: Mode; id: string; why: string; children?: ReactNode }

/** Stands where the form of a step would, when the step cannot be taken: why, the way to the case, and what was typed. */
export function NotPossible({ mode, id, why, children }: Props): JSX.Element {
  return (
    <section className="notice" id="send">
      <Say as="p" k={why} />
      <p>
        <a className="button second" href={`${paths.deskCase(mode, id)}${why === 'desk:error.held-first' ? '#held' : ''}`}>
          <Say k="desk:to-case" />
        </a>
      </p>
      {children}
    </section>
  )
}

/** Texts as typed that were not sent, to be copied: the standard sentence, and the free text. */
export function UnsentText({ phrase, text, name }: TypedText & { name: string }): JSX.Element {
  const [plain, mode] = [usePlain(), useMode()]
  const own = useContext(OwnPhrases).find((one) => ownKey(one) === phrase)
  return (
    <>
      {phrase !== '' && hasText(`phrases:${phrase}`) && <Say as="p" k={`phrases:${phrase}`} />}
      {own && <p>{plainIn(mode, own)}</p>}
      {text !== '' && <textarea name={name} rows={4} readOnly defaultValue={text} aria-label={plain('desk:free-text.free')} />}
    </>
  )
}
