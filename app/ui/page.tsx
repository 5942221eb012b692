import type { ReactNode } from 'react'
import { langOf, type Mode, modeNames, modes } from '#app/i18n/mode.ts'
import { areReviewed } from '#app/i18n/review.ts'
import { inMode, paths } from '#app/paths.ts'
import { ModeProvider, Say, usePlain } from './bilingual-text.tsx'
import { Icon } from './icon.tsx'

/** How the language switch works on a page: by links, or by sending the form, so that what was typed is kept. */
export type Switching = { by: 'links' } | { by: 'form'; form: string; enter?: { name: string; value: string } }

type PageProps = {
  mode: Mode
  /** Path and query of this page, for the switch and the feedback link. */
  at: string
  /** Namespaces of the texts this page is mainly made of: while one is unreviewed, the page says so. */
  texts: readonly string[]
  switching?: Switching
  /** Does the page use the assist module (print button, focus, one tap one post), or the one that uploads in pieces too? It works without. */
  script?: boolean | 'upload'
  children: ReactNode
}

type Where = { mode: Mode; at: string; switching: Switching }

/** The frame of every page for residents: skip link, header with the language switch, the content, the footer. */
export function Page({ mode, at, texts, switching = { by: 'links' }, script = false, children }: PageProps): JSX.Element {
  return (
    <ModeProvider value={mode}>
      <a className="skip" href="#content">
        <Say k="common:skip" />
      </a>
      <Header mode={mode} at={at} switching={switching} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer mode={mode} at={at} texts={texts} />
      {script && <script type="module" src="/assist.js" />}
      {script === 'upload' && <script type="module" src="/upload.js" />}
    </ModeProvider>
  )
}

function Header({ mode, at, switching }: Where): JSX.Element {
  const plain = usePlain()
  return (
    <header className="site-header">
      <a className="brand" href={paths.home(mode)}>
        <Icon name="mountain" />
        <Say k="common:site" />
      </a>
      {switching.by === 'form' && <EnterButton {...switching} />}
      <Modes mode={mode} at={at} switching={switching} />
      <nav className="site-nav" aria-label={plain('common:menu')}>
        <a href={paths.check(mode)}>
          <Say k="common:nav.check" />
        </a>
        <a href={paths.services(mode)}>
          <Say k="common:nav.services" />
        </a>
        <a href={paths.policy(mode)}>
          <Say k="common:nav.policy" />
        </a>
        <a href={paths.help(mode)}>
          <Say k="common:nav.help" />
        </a>
        <a href={paths.search(mode)}>
          <Say k="common:nav.search" />
        </a>
      </nav>
    </header>
  )
}

/** The first button of a form is the one the Enter key presses: it must not be the language switch above the form. */
export function EnterButton({ form, enter }: { form: string; enter?: { name: string; value: string } }): JSX.Element {
  return <button type="submit" form={form} {...enter} className="visually-hidden" tabIndex={-1} aria-hidden="true" />
}

/** The switch between the display modes. */
export function Modes({ mode, at, switching }: Where): JSX.Element {
  return (
    <nav className="modes" aria-label={usePlain()('common:language')}>
      {modes.map((other) => (
        <ModeSwitch key={other} to={other} current={other === mode} at={at} switching={switching} />
      ))}
    </nav>
  )
}

function ModeSwitch({ to, current, at, switching }: { to: Mode; current: boolean; at: string; switching: Switching }): JSX.Element {
  const name = modeNames[to].map(([language, words], index) => (
    <span key={language} lang={langOf(language)}>
      {index > 0 && ' '}
      {words}
    </span>
  ))
  if (current) return <span aria-current="true">{name}</span>
  if (switching.by === 'links') return <a href={paths.chooseMode(to, inMode(at, to))}>{name}</a>
  return (
    <button type="submit" form={switching.form} name="switch-to" value={to} formNoValidate>
      {name}
    </button>
  )
}

function Footer({ mode, at, texts }: { mode: Mode; at: string; texts: readonly string[] }): JSX.Element {
  const unreviewed = !areReviewed(mode, texts)
  const isIntake = texts.includes('apply') || texts.includes('application')
  return (
    <footer className="site-footer">
      {isIntake && <Say as="p" className="quiet" k="apply:intake" />}
      {unreviewed && (
        <p className="quiet">
          <Say k="common:unreviewed" />
        </p>
      )}
      <p className="quiet">
        <Say k="common:checked-on" values={{ year: 2026, month: 11 }} />
      </p>
      <ul className="plain-list footer-links">
        <li>
          <a href={paths.feedback(mode, at.split('?')[0])}>
            <Icon name="message-square" />
            <Say k="common:report-page" />
          </a>
        </li>
        <li>
          <a href={paths.openCheck(mode)}>
            <Icon name="bookmark" />
            <Say k="common:nav.open" />
          </a>
        </li>
        <li>
          <a href={paths.openFolder(mode)}>
            <Icon name="file-text" />
            <Say k="common:nav.applications" />
          </a>
        </li>
        <li>
          <a href={paths.privacy(mode)}>
            <Icon name="shield-check" />
            <Say k="common:nav.privacy" />
          </a>
        </li>
      </ul>
      <p className="quiet">
        <Say k="common:about" />
      </p>
    </footer>
  )
}
