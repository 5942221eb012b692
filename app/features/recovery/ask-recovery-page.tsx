import type { Field } from '#app/domain/fields/index.ts'
import { cardKinds, type RecoveryWay, recoveryKinds } from '#app/domain/recovery.ts'
import type { Staff } from '#app/domain/staff.ts'
import { formatMoment } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { TextField } from '#app/ui/account-fields.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { FieldInput } from '#app/ui/field.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { Person } from '#app/ui/person.tsx'

/** What was typed on the page. */
export type AskTyped = {
  readonly kind: string
  readonly card: string
  readonly digits: string
  readonly way: string
  readonly present: boolean
}

const nothing: AskTyped = { kind: 'pin', card: '', digits: '', way: '', present: false }

type Props = {
  mode: Mode
  at: string
  staff: Staff
  search: string
  folder: string
  /** Whose folder it is. */
  name: string
  /** Does the folder hold the identity number? Then the digits are compared with it. */
  isNumberKnown: boolean
  ways: readonly RecoveryWay[]
  /** Until when no PIN is given back, since the telephone number was changed; null where it can be. */
  waits: string | null
  typed?: AskTyped
  errors?: readonly FieldError[]
}

/** A lost PIN or code is asked for: in person, with a card; somebody else confirms. */
export function AskRecoveryPage({
  mode,
  at,
  staff,
  search,
  folder,
  name,
  isNumberKnown,
  ways,
  waits,
  typed,
  errors = [],
}: Props): JSX.Element {
  const said = typed ?? nothing
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['recovery']} switching={{ by: 'form', form: 'ask' }} script>
      <IconLink href={paths.person(mode, search)} icon="arrow-left" k="recovery:ask.back" />
      <ErrorSummary errors={errors} />
      <Say as="h1" k="recovery:ask.title" />
      <p className="lead">
        <Person name={name} />
      </p>
      <Say as="p" k="recovery:ask.lead" />
      {waits !== null && (
        <div className="notice">
          <Say as="p" k="recovery:ask.waits" values={(language) => ({ until: formatMoment(language, waits) })} />
        </div>
      )}
      {ways.length === 0 ? (
        <div className="notice">
          <Say as="p" k="recovery:ask.no-way" />
        </div>
      ) : (
        <DeskForm id="ask" className="stack" action={paths.recover(mode, search, folder)} noValidate autoComplete="off">
          <Choice name="kind" options={recoveryKinds} typed={said.kind} errors={errors} />
          <Choice name="card" options={cardKinds} typed={said.card} errors={errors} />
          <TextField
            id="digits"
            label="recovery:digits.label"
            help={isNumberKnown ? 'recovery:digits.help-compared' : 'recovery:digits.help'}
            value={said.digits}
            errors={errors}
          />
          <div>
            <FieldMessage id="present-error" error={errors.find(({ field }) => field === 'present')} />
            <label className="option" htmlFor="present">
              <input
                type="checkbox"
                id="present"
                name="present"
                defaultChecked={said.present}
                aria-describedby={errors.some(({ field }) => field === 'present') ? 'present-error' : undefined}
              />
              <Say k="recovery:present" />
            </label>
          </div>
          <Choice name="way" options={ways} typed={said.way || (ways.length === 1 ? (ways[0] ?? '') : '')} errors={errors} />
          <button type="submit" className="button">
            <Say k="recovery:ask.button" />
          </button>
        </DeskForm>
      )}
    </DeskPage>
  )
}

type ChoiceProps = { name: 'kind' | 'card' | 'way'; options: readonly string[]; typed: string; errors: readonly FieldError[] }

function Choice({ name, options, typed, errors }: ChoiceProps): JSX.Element {
  const at = `recovery:${name}`
  const texts = { label: `${at}.label`, help: `${at}.help`, why: `${at}.why`, options: `${at}.options` }
  const field: Field = { kind: 'choice', options }
  return <FieldInput field={field} name={name} texts={texts} typed={{ given: [typed] }} error={errors.find((one) => one.field === name)} />
}
