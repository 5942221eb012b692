import { createContext, type ElementType, Fragment, type ReactNode, useContext } from 'react'
import { inEvery, languages, scriptOf } from '#app/domain/language.ts'
import { plainText, text, type Values } from '#app/i18n/messages.ts'
import { isParallel, type Language, langOf, languagesOf, type Mode, parallelMode } from '#app/i18n/mode.ts'

const ModeContext = createContext<Mode>(parallelMode)

/** Sets the display mode for everything inside. */
export const ModeProvider = ModeContext.Provider

/** The display mode in force. */
export const useMode = (): Mode => useContext(ModeContext)

type SayProps = { k: string; values?: Values; as?: ElementType; className?: string; id?: string }

/**
 * A text in the languages of the mode: one, or both with the Chinese first and the Tibetan right beneath.
 * `lang` is set on every part that is not in the language of the page.
 */
export function Say({ k, values, as, className, id }: SayProps): JSX.Element {
  return (
    <InModes as={as} className={className} id={id}>
      {(language) => text(language, k, values)}
    </InModes>
  )
}

type Worded = Pick<SayProps, 'k' | 'values'>

/** A label and the text it stands before: in parallel mode each language has its own before its own. */
export function Labelled({ label, of }: { label: string; of: Worded }): JSX.Element {
  return <InModes>{(language) => `${text(language, label)} ${text(language, of.k, of.values)}`}</InModes>
}

type InModesProps = { children: (language: Language) => string; as?: ElementType; className?: string; id?: string }

/** The result of a function of the language, in the languages of the mode. */
export function InModes({ children, as, className, id }: InModesProps): JSX.Element {
  const mode = useMode()
  const [only] = languagesOf(mode)
  const Outer = as ?? (isParallel(mode) || className || id ? 'span' : Fragment)
  const props =
    Outer === Fragment ? {} : { className: [isParallel(mode) ? 'pair' : '', className].filter(Boolean).join(' ') || undefined, id }
  if (!isParallel(mode)) return <Outer {...props}>{markForeign(children(only), only)}</Outer>
  return (
    <Outer {...props}>
      {languagesOf(mode).map((language, index) => (
        <Fragment key={language}>
          {index > 0 && ' '}
          <span lang={langOf(language)}>{markForeign(children(language), language)}</span>
        </Fragment>
      ))}
    </Outer>
  )
}

/** For attributes and titles: plain text in the languages of the mode. */
export function usePlain(): (k: string, values?: Values) => string {
  const mode = useMode()
  return (k, values) => plainText(mode, k, values)
}

/** A run of text in the script of each language, with what belongs to it. */
const runs: Readonly<Record<Language, string>> = {
  zh: '[\\p{Script=Han}〔〕《》][\\p{Script=Han}〔〕《》\\d–、]*',
  bo: '[\\u0f00-\\u0fff]+(?:[ \\u0f00-\\u0fff]*[\\u0f00-\\u0fff])?',
}

/** What is foreign in a text of each language: the other languages, and a run of any of them, one group each. */
const foreign = inEvery((language) => {
  const others = languages.filter((other) => other !== language)
  return { others, run: new RegExp(others.map((other) => `(${runs[other]})`).join('|'), 'u') }
})

/** Marks parts of a text in another script, for fonts and screen readers. */
export function markForeign(text: string, language: Language): ReactNode {
  const { others, run } = foreign[language]
  if (!run.test(text)) return text
  // Between two parts in the language itself stands one for each group, `undefined` for all but the one that was found.
  return text.split(run).map((part: string | undefined, index) => {
    const other = others[(index % (others.length + 1)) - 1]
    if (part === undefined || other === undefined) return part
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
      <span key={index} lang={langOf(other)}>
        {part}
      </span>
    )
  })
}

/** A text a person typed, marked with the language of its script, and each part in another script with its own. */
export function Typed({ children }: { children: string }): JSX.Element {
  const language = scriptOf(children)
  return (
    <bdi className="typed" lang={language && langOf(language)}>
      {language ? markForeign(children, language) : children}
    </bdi>
  )
}
