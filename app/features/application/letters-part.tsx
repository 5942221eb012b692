import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The letters of an application, first things first. */
export type LettersProps = {
  mode: Mode
  number: number
  letters: readonly { readonly decision: string; readonly day: string }[]
  isBusy: boolean
}

/** The letters the hall sent, to be stored and shown. */
export function Letters({ mode, number, letters, isBusy }: LettersProps): JSX.Element | null {
  if (letters.length === 0) return null
  return (
    <section>
      <Say as="h2" k="letters:mine.title" />
      {isBusy && <Say as="p" className="notice" k="letters:mine.busy" />}
      <Say as="p" k="letters:mine.lead" />
      <ul className="plain-list">
        {letters.map(({ decision, day }) => (
          <li key={decision}>
            <a className="text-link" href={paths.myLetter(mode, number, decision)}>
              <Icon name="file-text" />
              <Say k="letters:mine.of" values={(language) => ({ day: formatDay(language, day) })} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
