import type { ReactNode } from 'react'
import { assistanceChannels, grounds, mandateScopes, seenPapers } from '#app/domain/assisted-session.ts'
import type { DayField } from '#app/domain/fields/day.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { FieldInput } from '#app/ui/field.tsx'
import { Option } from '#app/ui/option.tsx'
import { CodeField, PinField } from '#app/ui/pin-field.tsx'
import { Scan } from '#app/ui/scan.tsx'

/** The form that starts an assisted session, as typed. The PIN is never shown again. */
export type Typed = {
  readonly who: string
  readonly code: string
  readonly scan: string
  readonly ground: string
  readonly channel: string
  /** The service of a paper form to be typed in; empty: none. */
  readonly service: string
  readonly seen: readonly string[]
  readonly scope: readonly string[]
  readonly until: TypedField
}

/** The last day of a mandate, which may be in the future. */
export const untilField: DayField = { kind: 'day', ahead: true }

/** An empty form. */
export const nothingTyped: Typed = {
  ...{ who: '', code: '', scan: '', ground: '', channel: 'counter', service: '', seen: [], scope: [] },
  until: { given: [] },
}

type Props = { mode: Mode; typed: Typed; errors: readonly FieldError[] }

/** A hand scanner types into this field: the slip of a case, or a paper form. */
export function ScanForm({ mode, typed }: Pick<Props, 'mode' | 'typed'>): JSX.Element {
  return (
    <form method="post" action={paths.counter(mode)} className="card client-scan" noValidate>
      <label className="field" htmlFor="scan">
        <Say k="counter:scan.label" />
        <Say className="help" k="counter:scan.help" />
        <input id="scan" name="scan" defaultValue={typed.scan} autoComplete="off" spellCheck={false} maxLength={200} data-scanned />
      </label>
      <button type="submit" className="button second" name="do" value="scan">
        <Say k="counter:scan.button" />
      </button>
      <Scan field="scan" />
    </form>
  )
}

/** Who is here, the legal ground, what was seen: starts an assisted session. */
export function StartAssistedSessionForm({ mode, typed, errors }: Props): JSX.Element {
  return (
    <form id="begin" className="wide" method="post" action={paths.counter(mode)} noValidate>
      {typed.service !== '' && (
        <p className="notice">
          <Say k="counter:paper.typing" />{' '}
          <strong>
            <Say {...serviceName(typed.service)} />
          </strong>
        </p>
      )}
      <input type="hidden" name="service" value={typed.service} />
      <div className="client-columns">
        <Choice name="who" options={['new', 'existing']} chosen={[typed.who]} errors={errors}>
          <CodeField label="application:code" code={typed.code} errors={errors} />
          <PinField id="pin" label="check:open.pin" errors={errors} />
          <Say as="p" className="help" k="counter:pin-help" />
        </Choice>
        <Choice name="ground" options={grounds} chosen={[typed.ground]} errors={errors} />
        <Choice name="channel" options={assistanceChannels} chosen={[typed.channel]} errors={errors} />
        <Choice name="seen" options={seenPapers} chosen={typed.seen} errors={errors} many />
        <Choice name="scope" options={mandateScopes} chosen={typed.scope} errors={errors} many>
          <FieldInput
            field={untilField}
            name="until"
            texts={{ label: 'counter:until.label', help: 'counter:until.help', why: 'counter:until.why', options: '' }}
            typed={typed.until}
            error={errors.find(({ field }) => field === 'until')}
          />
        </Choice>
      </div>
      <div className="actions">
        <button type="submit" className="button">
          <Say k="counter:begin" />
        </button>
      </div>
    </form>
  )
}

type ChoiceProps = {
  name: string
  options: readonly string[]
  chosen: readonly string[]
  errors: readonly FieldError[]
  many?: boolean
  children?: ReactNode
}

function Choice({ name, options, chosen, errors, many = false, children }: ChoiceProps): JSX.Element {
  const error = errors.find(({ field }) => field === name)
  return (
    <fieldset className="form-field card" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>
        <Say k={`counter:${name}.label`} />
      </legend>
      <Say as="p" className="help" k={`counter:${name}.help`} />
      <FieldMessage id={`${name}-error`} error={error} />
      <div className="options" data-alone={name === 'seen' ? 'none' : undefined}>
        {options.map((option, index) => (
          <Option
            key={option}
            inputId={index === 0 ? name : `${name}-${option}`}
            type={many ? 'checkbox' : 'radio'}
            name={name}
            value={option}
            checked={chosen.includes(option)}
          >
            <span className="option-text">
              <Say k={`counter:${name}.options.${option}`} />
            </span>
          </Option>
        ))}
      </div>
      {children}
    </fieldset>
  )
}
