import type { ReactNode } from 'react'
import { wordReaders } from '#app/domain/application.ts'
import { ratingAnswerers, type Staff, type StaffRole } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { isReviewed } from '#app/i18n/review.ts'
import { paths } from '#app/paths.ts'
import { InModes, ModeProvider, Say, Typed, usePlain } from './bilingual-text.tsx'
import { Lock } from './lock.tsx'
import { EnterButton, Modes, type Switching } from './page.tsx'

/** The pages of the desk, and their roles. */
const places: readonly {
  readonly name: 'counter' | 'cases' | 'ratings' | 'words' | 'figures' | 'record' | 'staff' | 'halls'
  readonly of: readonly StaffRole[]
  readonly to: (mode: Mode) => string
}[] = [
  { name: 'counter', of: ['clerk'], to: (mode) => paths.counter(mode) },
  { name: 'cases', of: ['clerk', 'reviewer', 'supervisor'], to: paths.queue },
  { name: 'ratings', of: ratingAnswerers, to: (mode) => paths.ratings(mode) },
  { name: 'words', of: wordReaders, to: paths.heldWords },
  { name: 'figures', of: ['supervisor'], to: paths.deskFigures },
  { name: 'record', of: ['supervisor', 'administrator'], to: paths.auditLog },
  { name: 'staff', of: ['administrator'], to: paths.deskStaff },
  { name: 'halls', of: ['administrator'], to: paths.deskHalls },
]

/** The pages of the desk for a role. */
export const placesOf = (role: StaffRole) => places.filter(({ of }) => of.includes(role))

type DeskPageProps = {
  mode: Mode
  /** Path and query of this page, for the switch. */
  at: string
  /** The signed-in staff member; null where there is none. */
  staff: Pick<Staff, 'id' | 'name' | 'role' | 'hall'> | null
  texts: readonly string[]
  switching?: Switching
  /** Does the page use the assist module? It works without. */
  script?: boolean
  children: ReactNode
}

/** The frame of every page for staff: dense but calm; the signed-in staff member and their hall are always visible. */
export function DeskPage({ mode, at, staff, texts, switching = { by: 'links' }, script = false, children }: DeskPageProps): JSX.Element {
  const unreviewed = mode !== 'zh' && !['desk', ...texts].every(isReviewed)
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
        {children}
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

function Who({ staff, mode }: { staff: Pick<Staff, 'name' | 'role' | 'hall'>; mode: Mode }): JSX.Element {
  return (
    <>
      <nav className="desk-nav" aria-label={usePlain()('common:menu')}>
        {placesOf(staff.role).map(({ name, to }) => (
          <a key={name} href={to(mode)}>
            <Say k={`desk:nav.${name}`} />
          </a>
        ))}
      </nav>
      <p className="desk-who">
        {staff.hall && <InModes>{(language) => staff.hall?.name[language] ?? ''}</InModes>} <Say k={`desk:role.${staff.role}`} />{' '}
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
