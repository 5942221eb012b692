import { carriedForInput, type StaffInSession, staffMark } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Notice, PasswordField } from '#app/ui/account-fields.tsx'
import { Say, Typed } from '#app/ui/bilingual-text.tsx'
import { DeskForm, WriterProvider } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { useProvider } from '#app/ui/lock.tsx'
import type { ResumedForm } from './resumed-form.server.ts'
import { ResumedFormPost } from './resumed-form.tsx'
import { ResumedFormBeside } from './resumed-form-beside.tsx'

type Props = {
  mode: Mode
  at: string
  /** The page to go to next. */
  to: string
  name: string
  /** Whose screen it is: what was typed there is handed back to them only. */
  writer: StaffInSession
  locked: boolean
  /** Did single sign-on fail? */
  failed: boolean
  minutes: number
  /** A form posted from the locked screen, encrypted; empty where there is none. */
  carried: string
  /** That form, to be posted again, now that the screen is unlocked. */
  again: ResumedForm | null
  errors: readonly FieldError[]
}

/** A locked screen: asks for the password, then continues. */
export function UnlockPage(props: Props): JSX.Element {
  const { mode, at, errors, again, locked, to } = props
  const isOpen = again !== null || !locked
  return (
    <DeskPage
      mode={mode}
      at={at}
      staff={null}
      texts={['account']}
      {...(isOpen ? {} : { switching: { by: 'form', form: 'unlock' } })}
      script
    >
      <ErrorSummary errors={errors} />
      <Say as="h1" k={isOpen ? 'account:unlock.open' : 'account:unlock.title'} />
      {again && <ResumedFormPost {...again} />}
      {!again && !locked && <Opened to={to} />}
      <WriterProvider value={props.writer}>{!isOpen && <Locked {...props} />}</WriterProvider>
    </DeskPage>
  )
}

function Opened({ to }: Pick<Props, 'to'>): JSX.Element {
  const provider = useProvider()
  return (
    <>
      {provider && <Say as="p" k="account:unlock.opened-beside" />}
      <p>
        <a className="button" href={to}>
          <Say k="account:unlock.go-on" />
        </a>
      </p>
    </>
  )
}

function Locked(props: Props): JSX.Element {
  const { mode, name, writer, minutes, carried, failed, errors } = props
  return (
    <>
      {failed && errors.length === 0 && <Notice k="account:unlock.provider" />}
      <Say as="p" className="lead" k="account:unlock.lead" values={{ minutes }} />
      {carried !== '' && <Notice k="account:unlock.carried" />}
      <DeskForm id="unlock" noValidate className="card">
        <p>
          <Typed>{name}</Typed>
        </p>
        <input type="hidden" name="kept" value={carried} />
        <PasswordField {...{ id: 'unlock-password', label: 'account:password.own', errors, autoComplete: 'current-password' }} />
        <div className="actions">
          <button type="submit" className="button">
            <Say k="account:unlock.button" />
          </button>
        </div>
      </DeskForm>
      <Elsewhere {...props} />
      <form method="post" action={paths.signOut(mode)}>
        <input type="hidden" name="kept" value={carried} />
        <input type="hidden" name={carriedForInput} value={staffMark(writer)} />
        <button type="submit" className="button second small">
          <Say k="account:unlock.other" />
        </button>
      </form>
    </>
  )
}

/** Unlocks through single sign-on; in a second window where a form is to be resumed. */
function Elsewhere({ mode, to, writer, carried, errors }: Props): JSX.Element | null {
  const provider = useProvider()
  if (!provider) return null
  if (carried !== '') return <ResumedFormBeside carried={carried} carriedFor={staffMark(writer)} errors={errors} />
  return (
    <p>
      <a className="button second" href={paths.singleSignOn(mode, to, 'unlock')}>
        <Say k="account:sign-in.elsewhere" />
      </a>
    </p>
  )
}
