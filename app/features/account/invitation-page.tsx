import { onceInput } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Names } from '#app/ui/account-facts.tsx'
import { NewPasswordFields, TextField } from '#app/ui/account-fields.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import type { LinkGone } from './invitation.server.ts'

type Props = {
  mode: Mode
  at: string
  hours: number
  /** Is it the invitation of the first administrator? */
  first: boolean
  /** Whose link it is; null for the first administrator, and where the link is no longer valid. */
  names: { readonly name: string; readonly login: string } | null
  /** Why the link is no longer valid; null where it is. */
  gone: LinkGone | null
  /** Sent twice, the form chooses one password. */
  once: string
  name: string
  login: string
  errors: readonly FieldError[]
}

/** The page of a single-use link: the first administrator is created, or a staff member chooses a password. */
export function InvitationPage({ mode, at, hours, first, names, gone, once, name, login, errors }: Props): JSX.Element {
  if (gone) return <GonePage {...{ mode, at, hours, gone }} />
  return (
    <DeskPage mode={mode} at={at} staff={null} texts={['account']} switching={{ by: 'form', form: 'invitation' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k={first ? 'account:invitation.first' : 'account:invitation.title'} />
      <Say as="p" className="lead" k={first ? 'account:invitation.first-lead' : 'account:invitation.lead'} />
      <form id="invitation" method="post" noValidate className="card">
        <input type="hidden" name={onceInput} value={once} />
        {names === null ? (
          <>
            <TextField {...{ id: 'name', label: 'account:name', help: 'account:name-help', value: name, errors, autoComplete: 'name' }} />
            <TextField
              {...{ id: 'login', label: 'account:login', help: 'account:login-help', value: login, errors }}
              autoComplete="username"
            />
          </>
        ) : (
          <Names {...names} />
        )}
        <NewPasswordFields errors={errors} />
        <div className="actions">
          <button type="submit" className="button">
            <Say k="account:invitation.button" />
          </button>
        </div>
      </form>
    </DeskPage>
  )
}

/** Says why a link is of no use, and how to go on. */
function GonePage({ mode, at, hours, gone }: Pick<Props, 'mode' | 'at' | 'hours'> & { gone: LinkGone }): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={null} texts={['account']}>
      <Say as="h1" k={gone === 'used' ? 'account:invitation.used' : 'account:invitation.gone'} />
      <Say
        as="p"
        className="lead"
        k={`account:invitation.${gone === 'used' ? 'used' : gone === 'first' ? 'gone-first' : 'gone'}-text`}
        values={{ hours }}
      />
      {gone !== 'first' && (
        <p className="actions">
          <a className="button" href={paths.signIn(mode)}>
            <Say k="account:sign-in.button" />
          </a>
        </p>
      )}
    </DeskPage>
  )
}
