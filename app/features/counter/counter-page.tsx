import type { AssistanceChannel, Ground } from '#app/domain/assisted-session.ts'
import type { Staff } from '#app/domain/staff.ts'
import { formatMoment } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { type CounterReason, paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { Qr } from '#app/ui/qr.tsx'
import { SignOutToOpen } from '#app/ui/sign-out-to-open.tsx'
import { nothingTyped, ScanForm, StartAssistedSessionForm, type Typed } from './start-assisted-session-form.tsx'

type AssistedShown = {
  code: string | null
  ground: Ground
  channel: AssistanceChannel
  expiresAt: string
  drafts: boolean
  filed: boolean
  screens: number
}

type Props = {
  mode: Mode
  at: string
  staff: Staff
  assisted: AssistedShown | null
  why: CounterReason | null
  /** The service of a paper form to be typed in. */
  paper: string | null
  typed?: Typed
  errors: readonly FieldError[]
}

/** The counter: the running assisted session and what can be done in it, and the form that starts the next. */
export function CounterPage({ mode, at, staff, assisted, why, paper, typed, errors }: Props): JSX.Element {
  const said = typed ?? (paper ? { ...nothingTyped, who: 'new', channel: 'paper', service: paper } : nothingTyped)
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['counter']} switching={{ by: 'form', form: 'begin' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="counter:title" />
      {why !== null && (
        <p className="notice" role="status">
          <Say k={`counter:why.${why}`} />
        </p>
      )}
      {said.carried !== '' && (
        <p className="notice" role="status">
          <Say k="counter:carried" />
        </p>
      )}
      {(said.carried !== '' || why === 'nobody') && (
        <>
          <Say as="p" k="common:sign-out.own" />
          <SignOutToOpen id="own-folder" mode={mode} carried={said.carried} />
        </>
      )}
      {assisted && <AssistedSessionCard mode={mode} assisted={assisted} />}
      <Say as="h2" k={assisted ? 'counter:next' : 'counter:begin-title'} />
      <Say as="p" className="lead" k="counter:lead" />
      <ScanForm mode={mode} typed={said} />
      <StartAssistedSessionForm mode={mode} typed={said} errors={errors} />
      <IconLink href={paths.paperForms(mode)} icon="printer" k="counter:paper.title" />
    </DeskPage>
  )
}

function AssistedSessionCard({ mode, assisted }: { mode: Mode; assisted: AssistedShown }): JSX.Element {
  return (
    <section className="card" aria-labelledby="assisted-session">
      <h2 id="assisted-session">
        <Say k="counter:assisting" /> <span className="code">{assisted.code ?? <Say k="counter:new-case" />}</span>
      </h2>
      <p>
        <Say k={`counter:ground.options.${assisted.ground}`} /> · <Say k={`counter:channel.options.${assisted.channel}`} /> ·{' '}
        <Say k="counter:ends" values={(language) => ({ time: formatMoment(language, assisted.expiresAt) })} />
      </p>
      <nav className="links">
        {assisted.drafts && <Way to={paths.folder(mode)} k="counter:to.fill" />}
        {assisted.filed && <Way to={paths.applications(mode)} k="counter:to.follow" />}
        {assisted.code === null && <Way to={paths.check(mode)} k="counter:to.check" />}
        <Way to={paths.apply(mode)} k={assisted.code === null ? 'counter:to.apply' : 'counter:to.add'} />
        {assisted.code !== null && <Way to={paths.slip(mode)} k="counter:to.slip" />}
      </nav>
      <h3>
        <Say k="counter:screen.title" />
      </h3>
      <Say as="p" k={assisted.screens > 0 ? 'counter:screen.joined' : 'counter:screen.lead'} />
      <ScreenButton mode={mode} again={assisted.screens > 0} />
    </section>
  )
}

function Way({ to, k }: { to: string; k: string }): JSX.Element {
  return <IconLink href={to} icon="arrow-right" k={k} />
}

type ScreenProps = {
  mode: Mode
  at: string
  staff: Staff
  /** Address with the pairing token, where one was just created. */
  way: string | null
  address: string | null
  minutes: number
}

/** Pairs the resident's own screen: a code to scan, or a second window of this computer. The token is valid once. */
export function ScreenPage({ mode, at, staff, way, address, minutes }: ScreenProps): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['counter']}>
      <Say as="h1" k="counter:screen.title" />
      <Say as="p" className="lead" k={way === null ? 'counter:screen.lead' : 'counter:screen.once'} values={{ minutes }} />
      {address !== null && (
        <div className="card">
          <Say as="p" k="counter:screen.scan" />
          <Qr of={address} />
        </div>
      )}
      {way !== null && address === null && <Say as="p" k="counter:screen.no-code" />}
      <div className="actions">
        {way !== null && (
          <a className="button" href={way} target="_blank" rel="noreferrer">
            <Say k="counter:screen.here" />
          </a>
        )}
        <ScreenButton mode={mode} again={way !== null} />
      </div>
      <IconLink href={paths.counter(mode)} icon="arrow-left" k="counter:screen.back" />
    </DeskPage>
  )
}

function ScreenButton({ mode, again }: { mode: Mode; again: boolean }): JSX.Element {
  return (
    <DeskForm action={paths.screenCode(mode)}>
      <button type="submit" className="button second">
        <Icon name="plus" />
        <Say k={again ? 'counter:screen.again' : 'counter:screen.button'} />
      </button>
    </DeskForm>
  )
}
