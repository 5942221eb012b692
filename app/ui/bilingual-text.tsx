import { createContext, type ElementType, Fragment, type ReactNode, useContext } from 'react'
import { plainText, text, type Values } from '#app/i18n/messages.ts'
import { type Language, langOf, languagesOf, type Mode } from '#app/i18n/mode.ts'

const ModeContext = createContext<Mode>('zh-bo')

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

type InModesProps = { children: (language: Language) => string; as?: ElementType; className?: string; id?: string }

/** The result of a function of the language, in the languages of the mode. */
export function InModes({ children, as, className, id }: InModesProps): JSX.Element {
  const mode = useMode()
  const Outer = as ?? (mode === 'zh-bo' || className || id ? 'span' : Fragment)
  const props =
    Outer === Fragment ? {} : { className: [mode === 'zh-bo' ? 'pair' : '', className].filter(Boolean).join(' ') || undefined, id }
  if (mode !== 'zh-bo') return <Outer {...props}>{markForeign(children(mode), mode)}</Outer>
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

const hanRun = /([\p{Script=Han}〔〕《》][\p{Script=Han}〔〕《》\d–、]*)/u
const tibetanRun = /([\u0f00-\u0fff]+(?:[ \u0f00-\u0fff]*[\u0f00-\u0fff])?)/u

const [hanInTibetan, tibetanInHan] = [/[\p{Script=Han}〔〕《》]/u, /[\u0f00-\u0fff]/]

/** Marks parts of a text in the other script, for fonts and screen readers. */
export function markForeign(words: string, language: Language): ReactNode {
  if (!(language === 'bo' ? hanInTibetan : tibetanInHan).test(words)) return words
  const [run, lang] = language === 'bo' ? [hanRun, 'zh-CN'] : [tibetanRun, 'bo']
  const parts = words.split(new RegExp(run, 'gu'))
  if (parts.length === 1) return words
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
      <span key={index} lang={lang}>
        {part}
      </span>
    ) : (
      part
    ),
  )
}

/** A text a person typed, marked with the language of its script. */
export function Typed({ children }: { children: string }): JSX.Element {
  const lang = /[\u0f00-\u0fff]/.test(children) ? 'bo' : /\p{Script=Han}/u.test(children) ? 'zh-CN' : undefined
  return (
    <bdi className="typed" lang={lang}>
      {children}
    </bdi>
  )
}
