import { onceInput, type Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Names, Post } from '#app/ui/account-facts.tsx'
import { NewPasswordFields, Notice, PasswordField } from '#app/ui/account-fields.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { OpenedAt } from '#app/ui/conflict.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'

type Props = {
  mode: Mode
  at: string
  staff: Staff
  login: string
  hasFactor: boolean
  changed: boolean
  /** Which password it was when the page was opened. */
  version: string
  /** What tells the form that changes it from any other. */
  once: string
  errors: readonly FieldError[]
}

/** The staff member's own account: name and role, password, second factor, sign out everywhere. */
export function AccountPage({ mode, at, staff, login, hasFactor, changed, version, once, errors }: Props): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['account']} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="account:own.title" />
      {changed && errors.length === 0 && <Notice k="account:changed" />}
      <Names name={staff.name} login={login}>
        <Post {...staff} />
      </Names>
      <h2 id="second-factor">
        <Say k="account:factor.title" />
      </h2>
      <Say as="p" k={hasFactor ? 'account:factor.on' : 'account:factor.off'} />
      <p>
        <a className="button second" href={paths.secondFactor(mode)}>
          <Say k={hasFactor ? 'account:factor.take-off' : 'account:factor.set-up'} />
        </a>
      </p>
      <Say as="h2" k="account:password.change" />
      <DeskForm id="password-form" action={paths.account(mode)} noValidate className="card">
        <input type="hidden" name="do" value="password" />
        <OpenedAt version={version} />
        <input type="hidden" name={onceInput} value={once} />
        <input type="text" name="username" autoComplete="username" defaultValue={login} hidden readOnly />
        <PasswordField {...{ id: 'current', label: 'account:password.current', errors, autoComplete: 'current-password' }} />
        <NewPasswordFields errors={errors} />
        <div className="actions">
          <button type="submit" className="button">
            <Say k="account:password.change" />
          </button>
        </div>
      </DeskForm>
      <Say as="h2" k="account:own.everywhere" />
      <Say as="p" k="account:own.everywhere-text" />
      <DeskForm action={paths.account(mode)}>
        <button type="submit" name="do" value="everywhere" className="button second">
          <Say k="account:own.everywhere" />
        </button>
      </DeskForm>
    </DeskPage>
  )
}
