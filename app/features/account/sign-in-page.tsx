import type { Mode } from '#app/i18n/mode.ts'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Option } from '#app/ui/question-field.tsx'
import { Say } from '#app/ui/say.tsx'
import { CodeField, Notice, PasswordField, TextField } from './fields.tsx'

type Props = {
  mode: Mode
  at: string
  why: 'chosen' | 'out' | 'everywhere' | null
  minutes: number
  login: string
  practice: boolean
  errors: readonly FieldError[]
}

/** Signing in: name, password, the code of the app where one is set up, and whether it is for practice. */
export function SignInPage({ mode, at, why, minutes, login, practice, errors }: Props): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={null} texts={['account']} switching={{ by: 'form', form: 'sign-in' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="account:sign-in.title" />
      {why !== null && errors.length === 0 && <Notice k={`account:sign-in.${why}`} />}
      <form id="sign-in" method="post" noValidate className="card">
        <TextField {...{ id: 'login', label: 'account:login', value: login, errors, autoComplete: 'username' }} />
        <PasswordField {...{ id: 'password', label: 'account:password.own', errors, autoComplete: 'current-password' }} />
        <CodeField {...{ id: 'code', label: 'account:sign-in.code', help: 'account:sign-in.code-help', errors }} />
        <Option inputId="practice" type="checkbox" name="practice" value="yes" checked={practice}>
          <span className="option-text">
            <Say k="account:sign-in.practice" />
            <Say className="option-help" k="account:sign-in.practice-help" />
          </span>
        </Option>
        <div className="actions">
          <button type="submit" className="button">
            <Say k="account:sign-in.button" />
          </button>
        </div>
      </form>
      <Say as="p" className="quiet" k="account:sign-in.locked-after" values={{ minutes }} />
      <Say as="p" className="quiet" k="account:sign-in.forgot" />
    </DeskPage>
  )
}
