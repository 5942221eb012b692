import type { Mode } from '#app/i18n/mode.ts'
import { Names } from '#app/ui/account-facts.tsx'
import { NewPasswordFields, TextField } from '#app/ui/account-fields.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'

type Props = {
  mode: Mode
  at: string
  hours: number
  /** Is it the invitation of the first administrator? */
  first: boolean
  /** Whose link it is; null for the first administrator, and where the link is no longer valid. */
  names: { readonly name: string; readonly login: string } | null
  name: string
  login: string
  errors: readonly FieldError[]
}

/** The page of a single-use link: the first administrator is created, or a staff member chooses a password. */
export function InvitationPage({ mode, at, hours, first, names, name, login, errors }: Props): JSX.Element {
  if (!first && names === null)
    return (
      <DeskPage mode={mode} at={at} staff={null} texts={['account']}>
        <Say as="h1" k="account:welcome.gone" />
        <Say as="p" className="lead" k="account:welcome.gone-text" values={{ hours }} />
      </DeskPage>
    )
  return (
    <DeskPage mode={mode} at={at} staff={null} texts={['account']} switching={{ by: 'form', form: 'welcome' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k={first ? 'account:welcome.first' : 'account:welcome.title'} />
      <Say as="p" className="lead" k={first ? 'account:welcome.first-lead' : 'account:welcome.lead'} />
      <form id="welcome" method="post" noValidate className="card">
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
            <Say k="account:welcome.button" />
          </button>
        </div>
      </form>
    </DeskPage>
  )
}
