import { langOf, languagesOf, type Mode, modeNames, modes } from '#app/i18n/mode.ts'
import { inMode, paths } from '#app/paths.ts'
import { Say, usePlain } from './bilingual-text.tsx'
import { Icon } from './icon.tsx'
import { CachedPart } from './render-cache.tsx'

/** How the language switch works on a page: by links, or by sending the form, so that what was typed is carried on. */
export type Switching = { by: 'links' } | { by: 'form'; form: string; enter?: { name: string; value: string } }

/** A way back: its path and the key of its text. */
export type Back = { readonly href: string; readonly k: string }

type Where = { mode: Mode; at: string; switching: Switching }

/** The key of a part that is the same on every request for a page; undefined where it holds what was typed: a form, a query. */
export const partKey = (part: string, { at, switching }: Pick<Where, 'at' | 'switching'>): string | undefined =>
  switching.by === 'links' && at.length < 100 && !at.includes('?') ? `${part} ${at}` : undefined

export function Header({ mode, at, switching }: Where): JSX.Element {
  return (
    <CachedPart as="header" className="site-header" by={partKey('header', { at, switching })}>
      {() => (
        <>
          <a className="brand" href={paths.home(mode)}>
            <Icon name="mountain" />
            <Say k="common:site" />
          </a>
          <a className="to-menu" href="#menu">
            <Icon name="menu" />
            <Say k="common:menu" />
          </a>
          {switching.by === 'form' && <EnterButton {...switching} />}
          <Modes mode={mode} at={at} switching={switching} />
        </>
      )}
    </CachedPart>
  )
}

/** The header of a flow, one thin line: back, the name of the site, the other languages. */
export function FlowHeader({ mode, at, switching, back }: Where & { back: Back }): JSX.Element {
  return (
    <CachedPart as="header" className="site-header flow" by={partKey(`flow ${back.href} ${back.k}`, { at, switching })}>
      {() => (
        <>
          <a className="back" href={back.href}>
            <Icon name="arrow-left" />
            <span className="visually-hidden">
              <Say k={back.k} />
            </span>
          </a>
          <a className="brand" href={paths.home(mode)}>
            <Say k="common:site" />
          </a>
          {switching.by === 'form' && <EnterButton {...switching} />}
          <Modes mode={mode} at={at} switching={switching} short />
        </>
      )}
    </CachedPart>
  )
}

/** The first button of a form is the one the Enter key presses: it must not be the language switch above the form. */
export function EnterButton({ form, enter }: { form: string; enter?: { name: string; value: string } }): JSX.Element {
  return <button type="submit" form={form} {...enter} className="visually-hidden" tabIndex={-1} aria-hidden="true" />
}

/** The switch between the display modes. The `short` one names the others only, in a language that is read already, and tells the current one. */
export function Modes({ mode, at, switching, short = false }: Where & { short?: boolean }): JSX.Element {
  return (
    <nav className="modes" aria-label={usePlain()('common:language')}>
      {modes.map((other) => (
        <ModeSwitch key={other} to={other} {...{ mode, at, switching, short }} />
      ))}
    </nav>
  )
}

function ModeSwitch({ to, mode, at, switching, short }: Where & { to: Mode; short: boolean }): JSX.Element {
  const names = modeNames[to].filter(([language]) => !short || modeNames[to].length === 1 || language === languagesOf(mode)[0])
  const name = names.map(([language, text], index) => (
    <span key={language} lang={langOf(language)}>
      {index > 0 && ' '}
      {text}
    </span>
  ))
  if (to === mode)
    return (
      <span aria-current="true" className={short ? 'visually-hidden' : undefined}>
        {name}
      </span>
    )
  if (switching.by === 'links') return <a href={paths.chooseMode(to, inMode(at, to))}>{name}</a>
  return (
    <button type="submit" form={switching.form} name="switch-to" value={to} formNoValidate>
      {name}
    </button>
  )
}
