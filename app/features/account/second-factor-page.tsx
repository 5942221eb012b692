import type { Difference } from '#app/cases/differences.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { CodeField, Notice, PasswordField } from '#app/ui/account-fields.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Conflict } from '#app/ui/conflict.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Qr } from '#app/ui/qr.tsx'
import type { ResumedForm } from './resumed-form.server.ts'
import { ResumedFormPost } from './resumed-form.tsx'

type Props = {
  mode: Mode
  at: string
  staff: Staff
  hasFactor: boolean
  compulsory: boolean
  /** A secret to set up: encrypted for the form, as text, and as a QR code. */
  offered: { readonly offer: string; readonly secret: string; readonly address: string } | null
  errors: readonly FieldError[]
  /** It was set up, or taken off, elsewhere since the page was opened. */
  differences?: readonly Difference[]
  /** A form posted before it was set up, encrypted; empty where there is none. */
  carried: string
  /** That form, to be posted again, now that it is set up. */
  again?: ResumedForm
}

/** Sets up or removes a second factor. */
export function SecondFactorPage(props: Props): JSX.Element {
  const { mode, at, staff, hasFactor, compulsory, offered, differences = [], carried, again, errors } = props
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['account']} switching={{ by: 'form', form: 'factor' }} script>
      <ErrorSummary errors={errors} />
      <Conflict form={null} now={paths.secondFactor(mode)} differences={differences} />
      <Say as="h1" k="account:factor.title" />
      {compulsory && <Notice k={hasFactor ? 'account:factor.compulsory-on' : 'account:factor.compulsory'} />}
      {again && <ResumedFormPost {...again} />}
      {offered && carried !== '' && <Notice k="account:factor.carried" />}
      {offered ? (
        <SetUp offered={offered} carried={carried} errors={errors} />
      ) : (
        <TakeOff mode={mode} compulsory={compulsory} errors={errors} />
      )}
      {(hasFactor || !compulsory) && (
        <p>
          <a className="text-link" href={paths.account(mode)}>
            <Say k="account:own.back" />
          </a>
        </p>
      )}
    </DeskPage>
  )
}

type SetUpProps = { offered: NonNullable<Props['offered']>; carried: string; errors: readonly FieldError[] }

function SetUp({ offered, carried, errors }: SetUpProps): JSX.Element {
  return (
    <DeskForm id="factor" noValidate className="card">
      <ol>
        <Say as="li" k="account:factor.get-app" />
        <li>
          <Say k="account:factor.scan" />
          <div>
            <Qr of={offered.address} />
          </div>
          <Say k="account:factor.or-type" />
          <p className="secret">
            <code>{offered.secret}</code>
          </p>
        </li>
        <Say as="li" k="account:factor.then-code" />
      </ol>
      <input type="hidden" name="offer" value={offered.offer} />
      <input type="hidden" name="kept" value={carried} />
      <CodeField {...{ id: 'code', label: 'account:factor.code', errors }} />
      <div className="actions">
        <button type="submit" className="button">
          <Say k="account:factor.set-up" />
        </button>
      </div>
    </DeskForm>
  )
}

function TakeOff({ mode, compulsory, errors }: Pick<Props, 'mode' | 'compulsory' | 'errors'>): JSX.Element {
  return (
    <DeskForm id="factor" action={paths.secondFactor(mode)} noValidate className="card">
      <Say as="p" k="account:factor.on" />
      {!compulsory && (
        <>
          <PasswordField {...{ id: 'password', label: 'account:password.own', errors, autoComplete: 'current-password' }} />
          <div className="actions">
            <button type="submit" className="button">
              <Say k="account:factor.take-off" />
            </button>
          </div>
        </>
      )}
    </DeskForm>
  )
}
