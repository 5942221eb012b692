import { refusalReasons } from '#app/domain/recovery.ts'
import { type Mode, parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { ModeProvider, Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { FieldInput } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PinField } from '#app/ui/pin-field.tsx'
import { Qr } from '#app/ui/qr.tsx'
import type { MayDo } from './recovery-page.tsx'

type StepsProps = { mode: Mode; id: string; may: MayDo; errors: readonly FieldError[]; isAgain: boolean }

/** What can be done with a request now, each a button. */
export function RecoverySteps({ mode, id, may, errors, isAgain }: StepsProps): JSX.Element {
  const action = paths.recovery(mode, id)
  return (
    <div className="no-print stack">
      {may.confirm && <Confirming action={action} errors={errors} />}
      {may.phone && (
        <DeskForm className="card" action={action} noValidate autoComplete="off">
          <PinField id="read-out" label="recovery:phone.label" errors={errors} />
          <Do what="phone" k="recovery:phone.button" />
        </DeskForm>
      )}
      {may.screen && (
        <DeskForm className="card" action={action}>
          <Say as="p" k="recovery:screen.lead" />
          <Do what="screen" k={isAgain ? 'recovery:screen.again' : 'recovery:screen.button'} second={isAgain} />
        </DeskForm>
      )}
      {may.code && (
        <DeskForm className="card" action={action}>
          <Say as="p" k="recovery:code.lead" />
          <Do what="code" k="recovery:code.button" />
        </DeskForm>
      )}
      {may.leave && (
        <DeskForm action={action}>
          <Do what="leave" k="recovery:leave" second />
        </DeskForm>
      )}
    </div>
  )
}

/** The second member of staff looks at card and face, and confirms; or says why not. */
function Confirming({ action, errors }: { action: string; errors: readonly FieldError[] }): JSX.Element {
  const texts = { label: 'recovery:why.label', help: 'recovery:why.help', why: 'recovery:why.why', options: 'recovery:why.options' }
  return (
    <>
      <DeskForm className="card" action={action}>
        <Say as="h2" k="recovery:confirm.title" />
        <Say as="p" k="recovery:confirm.lead" />
        <Do what="confirm" k="recovery:confirm.button" />
      </DeskForm>
      <DeskForm className="card" action={action} noValidate>
        <FieldInput
          field={{ kind: 'choice', options: refusalReasons }}
          name="why"
          texts={texts}
          typed={{ given: [] }}
          error={errors.find(({ field }) => field === 'why')}
        />
        <Do what="refuse" k="recovery:refuse" second />
      </DeskForm>
    </>
  )
}

function Do({ what, k, second = false }: { what: string; k: string; second?: boolean }): JSX.Element {
  return (
    <button type="submit" className={second ? 'button second' : 'button'} name="do" value={what}>
      <Say k={k} />
    </button>
  )
}

/** The way to the screen on which the resident chooses a PIN: a code to scan, or a second window. It shows nothing here. */
export function PinScreen({ mode, join, minutes, origin }: { mode: Mode; join: string; minutes: number; origin: string }): JSX.Element {
  const way = paths.newPin(mode, join)
  return (
    <div className="card no-print" id="pin-screen">
      <Say as="h2" k="recovery:screen.title" />
      <Say as="p" k="counter:screen.once" values={{ minutes }} />
      {origin !== '' ? (
        <>
          <Say as="p" k="counter:screen.scan" />
          <Qr of={`${origin}${way}`} />
        </>
      ) : (
        <Say as="p" k="counter:screen.no-code" />
      )}
      <p>
        <a className="button second" href={way} target="_blank" rel="noreferrer">
          <Say k="counter:screen.here" />
        </a>
      </p>
      <Say as="p" className="quiet" k="recovery:screen.after" />
    </div>
  )
}

/** The code to take home, in every language: other people read it too. */
export function CodeSlip({ code, address }: { code: string; address: string | null }): JSX.Element {
  return (
    <>
      <ModeProvider value={parallelMode}>
        <div className="card slip">
          <Say as="h2" k="recovery:slip.title" />
          <p className="case-code">{code}</p>
          {address !== null && (
            <>
              <Qr of={address} />
              <Say as="p" k="application:slip.scan" />
            </>
          )}
          <Say as="p" k="application:slip.pin-not-shown" />
        </div>
      </ModeProvider>
      <div className="actions no-print">
        <button type="button" className="button second" data-print hidden>
          <Icon name="printer" />
          <Say k="application:slip.print" />
        </button>
      </div>
    </>
  )
}
