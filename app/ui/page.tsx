import type { ReactNode } from 'react'
import type { Mode } from '#app/i18n/mode.ts'
import { areReviewed } from '#app/i18n/review.ts'
import { paths } from '#app/paths.ts'
import { ModeProvider, Say, usePlain } from './bilingual-text.tsx'
import { Icon, type IconName } from './icon.tsx'
import { CachedPart } from './render-cache.tsx'
import { type Back, FlowHeader, Header, partKey, type Switching } from './site-header.tsx'

type PageProps = {
  mode: Mode
  /** Path and query of this page, for the switch and the feedback link. */
  at: string
  /** Namespaces of the texts this page is mainly made of: while one is unreviewed, the page says so. */
  texts: readonly string[]
  switching?: Switching
  /** Where a page of a flow leads back to: its header is one thin line, without the menu. */
  back?: Back
  /** Does the page use the assist module (print button, focus, one tap one post), and one of its own? It works without. */
  script?: boolean | 'upload' | 'result'
  children: ReactNode
}

/**
 * The frame of every page for residents: skip link, header with the language switch, the content, the menu, the footer. The menu stands
 * below: all its entries in sight would fill half the first screen of a phone, and the header leads to it.
 */
export function Page({ mode, at, texts, switching = { by: 'links' }, back, script = false, children }: PageProps): JSX.Element {
  return (
    <ModeProvider value={mode}>
      <a className="skip" href="#content">
        <Say k="common:skip" />
      </a>
      {back ? <FlowHeader {...{ mode, at, switching, back }} /> : <Header mode={mode} at={at} switching={switching} />}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer mode={mode} at={at} texts={texts} short={back !== undefined} />
      {script && <script type="module" src="/assist.js" />}
      {typeof script === 'string' && <script type="module" src={`/${script}.js`} />}
    </ModeProvider>
  )
}

/** What there is on this site. */
function Menu({ mode }: { mode: Mode }): JSX.Element {
  const entries = [
    { href: paths.check(mode), name: 'check' },
    { href: paths.services(mode), name: 'services' },
    { href: paths.policy(mode), name: 'policy' },
    { href: paths.help(mode), name: 'help' },
    { href: paths.search(mode), name: 'search' },
  ]
  return (
    <CachedPart as="nav" id="menu" className="site-nav" aria-label={usePlain()('common:menu')} by="menu">
      {() => (
        <ul className="plain-list">
          {entries.map(({ href, name }) => (
            <li key={name}>
              <a href={href}>
                <Say k={`common:nav.${name}`} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </CachedPart>
  )
}

/** The foot of every page; the `short` one of a flow leaves out what all other pages say of the site. */
function Footer({ mode, at, texts, short }: { mode: Mode; at: string; texts: readonly string[]; short: boolean }): JSX.Element {
  const unreviewed = !areReviewed(mode, texts)
  const isIntake = texts.includes('apply') || texts.includes('application')
  const by = partKey(`footer ${short} ${unreviewed} ${isIntake}`, { at: at.split('?')[0] ?? at, switching: { by: 'links' } })
  return (
    <CachedPart as="footer" className="site-footer" by={by}>
      {() => (
        <>
          <Menu mode={mode} />
          {isIntake && <Say as="p" className="quiet" k="apply:intake" />}
          {unreviewed && (
            <p className="quiet">
              <Say k="common:unreviewed" />
            </p>
          )}
          {!short && <Say as="p" className="quiet" k="common:checked-on" values={{ year: 2026, month: 11 }} />}
          <ul className="plain-list footer-links">
            <FooterLink href={paths.feedback(mode, at.split('?')[0])} icon={short ? undefined : 'message-square'} k="common:report-page" />
            <FooterLink href={paths.openCheck(mode)} icon={short ? undefined : 'bookmark'} k="common:nav.open" />
            <FooterLink href={paths.openFolder(mode)} icon={short ? undefined : 'file-text'} k="common:nav.applications" />
            <FooterLink href={paths.privacy(mode)} icon={short ? undefined : 'shield-check'} k="common:nav.privacy" />
          </ul>
          {!short && <Say as="p" className="quiet" k="common:about" />}
        </>
      )}
    </CachedPart>
  )
}

function FooterLink({ href, icon, k }: { href: string; icon: IconName | undefined; k: string }): JSX.Element {
  return (
    <li>
      <CachedPart as="a" href={href} by={`footer ${icon} ${k}`}>
        {() => (
          <>
            {icon && <Icon name={icon} />}
            <Say k={k} />
          </>
        )}
      </CachedPart>
    </li>
  )
}
