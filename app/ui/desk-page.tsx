import type { ReactNode } from 'react'
import { type DeskPart, mayOpen, type Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { areReviewed } from '#app/i18n/review.ts'
import { paths } from '#app/paths.ts'
import { InModes, ModeProvider, Say, Typed, usePlain } from './bilingual-text.tsx'
import { WriterProvider } from './desk-form.tsx'
import { Lock } from './lock.tsx'
import { Roles } from './roles.tsx'
import { EnterButton, Modes, type Switching } from './site-header.tsx'

/** What stands in the menu of the desk, the part it belongs to, and where it leads. */
const places = [
  { name: 'counter', part: 'counter', to: (mode: Mode) => paths.counter(mode) },
  { name: 'people', part: 'people', to: (mode: Mode) => paths.people(mode) },
  { name: 'recoveries', part: 'recoveries', to: paths.recoveries },
  { name: 'cases', part: 'cases', to: (mode: Mode) => paths.queue(mode) },
  { name: 'colleagues', part: 'colleagues', to: (mode: Mode) => paths.colleagues(mode) },
  { name: 'ratings', part: 'ratings', to: (mode: Mode) => paths.ratings(mode) },
  { name: 'held-texts', part: 'heldTexts', to: paths.heldTexts },
  { name: 'feedback', part: 'feedback', to: (mode: Mode) => paths.deskFeedback(mode) },
  { name: 'announcements', part: 'announcements', to: paths.deskAnnouncements },
  { name: 'phrases', part: 'phrases', to: paths.deskPhrases },
  { name: 'figures', part: 'figures', to: paths.deskFigures },
  { name: 'audit-log', part: 'auditLog', to: paths.auditLog },
  { name: 'staff', part: 'staffAndHalls', to: paths.deskStaff },
  { name: 'halls', part: 'staffAndHalls', to: paths.deskHalls },
  { name: 'calendar', part: 'staffAndHalls', to: paths.deskCalendar },
] as const satisfies readonly { readonly name: string; readonly part: DeskPart; readonly to: (mode: Mode) => string }[]

/** The pages of the desk for somebody. */
export const placesOf = (staff: Pick<Staff, 'roles'>) => places.filter(({ part }) => mayOpen(staff, part))

type DeskPageProps = {
  mode: Mode
  /** Path and query of this page, for the switch. */
  at: string
  /** The signed-in staff member; null where there is none. */
  staff: Staff | null
  texts: readonly string[]
  switching?: Switching
  /** Does the page use the assist module? It works without. */
  script?: boolean
  children: ReactNode
}

/** The frame of every page for staff: dense but calm; the signed-in staff member and their hall are always visible. */
export function DeskPage({ mode, at, staff, texts, switching = { by: 'links' }, script = false, children }: DeskPageProps): JSX.Element {
  const unreviewed = !areReviewed(mode, ['desk', ...texts])
  return (
    <ModeProvider value={mode}>
      <a className="skip" href="#content">
        <Say k="common:skip" />
      </a>
      <header className="desk-header">
        <a className="brand" href={paths.desk(mode)}>
          <Say k="desk:title" />
        </a>
        {switching.by === 'form' && <EnterButton {...switching} />}
        <Modes mode={mode} at={at} switching={switching} />
        {staff && <Who staff={staff} mode={mode} />}
      </header>
      <main id="content" tabIndex={-1}>
        <WriterProvider value={staff}>{children}</WriterProvider>
      </main>
      {unreviewed && (
        <footer className="desk-footer">
          <Say as="p" k="common:unreviewed" />
        </footer>
      )}
      {staff && <Lock of={staff.id} at={at} />}
      {script && <script type="module" src="/assist.js" />}
      {staff && <script type="module" src="/desk/shortcuts.js" />}
    </ModeProvider>
  )
}

function Who({ staff, mode }: { staff: Pick<Staff, 'name' | 'roles' | 'hall'>; mode: Mode }): JSX.Element {
  return (
    <>
      <nav className="desk-nav" aria-label={usePlain()('common:menu')}>
        {placesOf(staff).map(({ name, to }) => (
          <a key={name} href={to(mode)}>
            <Say k={`desk:nav.${name}`} />
          </a>
        ))}
      </nav>
      <p className="desk-who">
        {staff.hall && <InModes>{(language) => staff.hall?.name[language] ?? ''}</InModes>} <Roles roles={staff.roles} />{' '}
        <a href={paths.account(mode)}>
          <Typed>{staff.name}</Typed>
        </a>
      </p>
      <form method="post" action={paths.signOut(mode)}>
        <button type="submit" className="plain-button">
          <Say k="desk:sign-out" />
        </button>
      </form>
    </>
  )
}
