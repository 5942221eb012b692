import { assistanceChannels, grounds, mandateScopes, seenPapers } from '#app/domain/assisted-session.ts'
import type { DayField } from '#app/domain/fields/day.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { Field } from '#app/domain/fields/index.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { FieldInput } from '#app/ui/field.tsx'
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
  /** What was typed while nobody was helped any more, encrypted; empty: nothing was. */
  readonly carried: string
}

/** The last day of a mandate, which may be in the future. */
export const untilField: DayField = { kind: 'day', ahead: true }

/** The questions of the form. Their texts stand in `locales/…/counter.json` under these names. */
const fields = {
  who: { kind: 'choice', options: ['new', 'existing'] },
  ground: { kind: 'choice', options: grounds },
  channel: { kind: 'choice', options: assistanceChannels },
  seen: { kind: 'many', options: seenPapers, alone: ['none'] },
  scope: { kind: 'many', options: mandateScopes },
  until: untilField,
} as const satisfies Record<string, Field>

/** An empty form. */
export const nothingTyped: Typed = {
  ...{ who: '', code: '', scan: '', ground: '', channel: 'counter', service: '', seen: [], scope: [], carried: '' },
  until: { given: [] },
}

type Props = { mode: Mode; typed: Typed; errors: readonly FieldError[] }

function CarriedInput({ carried }: Pick<Typed, 'carried'>): JSX.Element | null {
  return carried === '' ? null : <input type="hidden" name="kept" value={carried} />
}

/** A hand scanner types into this field: the slip of a case, or a paper form. */
export function ScanForm({ mode, typed }: Pick<Props, 'mode' | 'typed'>): JSX.Element {
  return (
    <DeskForm action={paths.counter(mode)} className="card client-scan" noValidate>
      <CarriedInput carried={typed.carried} />
      <label className="field" htmlFor="scan">
        <Say k="counter:scan.label" />
        <Say className="help" k="counter:scan.help" />
        <input id="scan" name="scan" defaultValue={typed.scan} autoComplete="off" spellCheck={false} maxLength={200} data-scanned />
      </label>
      <button type="submit" className="button second" name="do" value="scan">
        <Say k="counter:scan.button" />
      </button>
      <Scan field="scan" />
    </DeskForm>
  )
}

/** Who is here, the legal ground, what was seen: starts an assisted session. */
export function StartAssistedSessionForm({ mode, typed, errors }: Props): JSX.Element {
  return (
    <DeskForm id="begin" className="wide" action={paths.counter(mode)} noValidate>
      <CarriedInput carried={typed.carried} />
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
        <div className="card">
          <Asked name="who" typed={{ given: [typed.who] }} errors={errors} />
          <CodeField label="application:code" code={typed.code} errors={errors} />
          <PinField id="pin" label="check:open.pin" errors={errors} />
          <Say as="p" className="help" k="counter:pin-help" />
        </div>
        <div className="card">
          <Asked name="ground" typed={{ given: [typed.ground] }} errors={errors} />
        </div>
        <div className="card">
          <Asked name="channel" typed={{ given: [typed.channel] }} errors={errors} />
        </div>
        <div className="card">
          <Asked name="seen" typed={{ given: typed.seen }} errors={errors} />
        </div>
        <div className="card">
          <Asked name="scope" typed={{ given: typed.scope }} errors={errors} />
          <Asked name="until" typed={typed.until} errors={errors} />
        </div>
      </div>
      <div className="actions">
        <button type="submit" className="button">
          <Say k="counter:begin" />
        </button>
      </div>
    </DeskForm>
  )
}

type AskedProps = { name: keyof typeof fields; typed: TypedField; errors: readonly FieldError[] }

function Asked({ name, typed, errors }: AskedProps): JSX.Element {
  const [at, error] = [`counter:${name}`, errors.find(({ field }) => field === name)]
  const texts = { label: `${at}.label`, help: `${at}.help`, why: `${at}.why`, options: `${at}.options` }
  return <FieldInput field={fields[name]} name={name} texts={texts} typed={typed} error={error} />
}
