import type { TypedField } from '#app/domain/fields/field.ts'
import type { FormField } from '#app/domain/form.ts'
import { fieldTexts } from '#app/forms/field-texts.ts'
import { inputName } from '#app/forms/inputs.ts'
import { shownInput, shownInputs } from '#app/forms/shown-inputs.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { FieldInput } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The step the clerk has open, as the resident sees it. */
export type StepShown = {
  block: string
  service: string | null
  name: string | null
  people: readonly { id: string; name: string }[]
  fields: readonly { field: FormField; typed: TypedField; filled: boolean }[]
}

type Props = {
  step: StepShown
  focus: string | null
  /** What was typed, where it comes back. */
  typed: Readonly<Record<string, TypedField>>
  /** What the inputs were shown with, where that is not what stands in them now. */
  carried: readonly string[] | undefined
}

/** The fields of a step, each with what it is shown with: only what differs from that is written. The resident can point at each. */
export function Fields({ step, focus, typed: actionData, carried }: Props): JSX.Element {
  return (
    <>
      <Say as="p" className="lead" k="counter:shared-session.lead" />
      {carried?.map((one) => (
        <input key={one} type="hidden" name={shownInput} value={one} />
      ))}
      {step.fields.map(({ field, typed, filled }) => {
        const id = inputName(field)
        const isAt = focus !== null && (focus === id || focus.startsWith(`${id}-`))
        return (
          <div key={field.id} className={isAt ? 'shared-field shared-focus' : 'shared-field'} data-field={id}>
            {carried === undefined &&
              shownInputs(field, id, typed).map((one) => <input key={one} type="hidden" name={shownInput} value={one} />)}
            <FieldInput
              field={field}
              name={id}
              texts={fieldTexts(step, step.service, field)}
              typed={actionData[field.id] ?? typed}
              filled={filled}
              error={undefined}
              people={step.people}
            />
            <button type="submit" className="button second small" name="pointed" value={id}>
              <Icon name="message-square" />
              <Say k="counter:shared-session.point" />
            </button>
          </div>
        )
      })}
    </>
  )
}
