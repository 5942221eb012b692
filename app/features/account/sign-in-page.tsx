import { besideField, carriedForInput, onceInput } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths, type SignInReason } from '#app/paths.ts'
import { CodeField, Notice, PasswordField, TextField } from '#app/ui/account-fields.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Option } from '#app/ui/option.tsx'
import type { ResumedForm } from './resumed-form.server.ts'
import { ResumedFormPost } from './resumed-form.tsx'
import { ResumedFormBeside } from './resumed-form-beside.tsx'

type Props = {
  mode: Mode
  at: string
  /** The page to go to next. */
  to?: string
  why: SignInReason | null
  minutes: number
  /** Addresses of single sign-on, to work or to practise; null where it is not configured. */
  elsewhere: { readonly work: string; readonly practice: string } | null
  login: string
  practice: boolean
  /** A form posted after the session ended, encrypted; empty where there is none. */
  carried: string
  /** The mark of whose it is. */
  carriedFor: string
  /** Does the browser keep a form for whoever is signed in? */
  waits: boolean
  /** Sent twice, the form signs in once. */
  once: string
  /** That form, to be posted again, now that its owner has signed in. */
  again: ResumedForm | null
  errors: readonly FieldError[]
}

/** Sign-in: name, password, code where a second factor is set up, and whether to practise. */
export function SignInPage({
  mode,
  at,
  to,
  why,
  minutes,
  elsewhere,
  login,
  practice,
  carried,
  carriedFor,
  waits,
  once,
  again,
  errors,
}: Props): JSX.Element {
  if (again)
    return (
      <DeskPage mode={mode} at={at} staff={null} texts={['account']} script>
        <Say as="h1" k="account:sign-in.on" />
        <ResumedFormPost {...again} />
      </DeskPage>
    )
  if (waits)
    return (
      <DeskPage mode={mode} at={at} staff={null} texts={['account']}>
        <Say as="h1" k="account:sign-in.on" />
        <DeskForm action={paths.signIn(mode, to, 'kept')} className="card">
          <Say as="p" k="account:sign-in.waits" />
          <input type="hidden" name={besideField} value="yes" />
          <div className="actions">
            <button type="submit" className="button">
              <Say k="account:unlock.go-on" />
            </button>
            <a className="button second" href={to ?? paths.desk(mode)}>
              <Say k="account:sign-in.later" />
            </a>
          </div>
        </DeskForm>
      </DeskPage>
    )
  return (
    <DeskPage mode={mode} at={at} staff={null} texts={['account']} switching={{ by: 'form', form: 'sign-in' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="account:sign-in.title" />
      {why !== null && why !== 'kept' && why !== 'other' && errors.length === 0 && <Notice k={`account:sign-in.${why}`} />}
      {elsewhere !== null && carried === '' && (
        <p className="actions">
          <a className="button second" href={elsewhere.work}>
            <Say k="account:sign-in.elsewhere" />
          </a>
          <a className="text-link" href={elsewhere.practice}>
            <Say k="account:sign-in.elsewhere-practice" />
          </a>
        </p>
      )}
      {carried !== '' && <Notice k={`account:sign-in.${why === 'other' ? 'other' : 'carried'}`} />}
      {elsewhere !== null && carried !== '' && (
        <ResumedFormBeside action={paths.signIn(mode, to, 'kept')} carried={carried} carriedFor={carriedFor} errors={errors} />
      )}
      <form id="sign-in" method="post" noValidate className="card">
        <input type="hidden" name="kept" value={carried} />
        <input type="hidden" name={carriedForInput} value={carriedFor} />
        <input type="hidden" name={onceInput} value={once} />
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
