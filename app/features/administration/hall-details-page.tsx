import type { Difference } from '#app/cases/differences.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Staff } from '#app/domain/staff.ts'
import { type HallField, hallFields, hallInput } from '#app/forms/hall-form.ts'
import { hallOptionKey } from '#app/i18n/hall-text.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { Conflict, OpenedAt } from '#app/ui/conflict.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { FieldInput } from '#app/ui/field.tsx'
import { Group } from '#app/ui/field-frame.tsx'
import { Choices } from '#app/ui/field-inputs.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'

type Props = {
  mode: Mode
  at: string
  staff: Staff
  id: string
  name: InEvery<string>
  typed: Readonly<Record<string, TypedField>>
  version: string
  /** What is stored cannot be read. */
  isDamaged: boolean
  errors: readonly FieldError[]
  differences: readonly Difference[]
}

/** What residents need to know of a hall. */
export function HallDetailsPage({ mode, at, staff, id, name, typed, version, isDamaged, errors, differences }: Props): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['halls']} switching={{ by: 'form', form: 'edit' }} script>
      <ErrorSummary errors={errors} />
      <Conflict form="edit" now={paths.deskHallDetails(mode, id)} differences={differences} />
      <Say as="h1" k="halls:title" />
      <InModes as="p" className="lead">
        {(language) => name[language]}
      </InModes>
      <Say as="p" k="halls:lead" />
      {isDamaged && (
        <p className="notice">
          <UnreadableRow table="halls" id={id} /> <Say k="halls:damaged" />
        </p>
      )}
      <DeskForm id="edit" action={paths.deskHallDetails(mode, id)} noValidate className="card">
        <OpenedAt version={version} />
        {hallFields.map((field) => (
          <HallInput
            key={field.id}
            of={field}
            typed={typed[field.id] ?? { given: [] }}
            error={errors.find((error) => error.field === hallInput(field.id))}
          />
        ))}
        <div className="actions">
          <button type="submit" className="button">
            <Say k="account:save" />
          </button>
        </div>
      </DeskForm>
      <p>
        <a className="text-link" href={paths.deskHalls(mode)}>
          <Say k="account:halls.back" />
        </a>
      </p>
    </DeskPage>
  )
}

type InputProps = { of: HallField; typed: TypedField; error: FieldError | undefined }

/** One field; options that have a name elsewhere are called by it. */
function HallInput({ of: { id, field }, typed, error }: InputProps): JSX.Element {
  const at = `halls:fields.${id}`
  const texts = { label: `${at}.label`, help: `${at}.help`, why: `${at}.why`, options: `${at}.options` }
  const props = { field, name: hallInput(id), texts, typed, error }
  if (field.kind !== 'many') return <FieldInput {...props} />
  return (
    <Group {...props}>
      <Choices {...props} type="checkbox" options={field.options} called={(option) => <Say k={hallOptionKey(id, option) ?? ''} />} />
    </Group>
  )
}
