import type { TypedField } from '#app/domain/fields/field.ts'
import type { FormField } from '#app/domain/form.ts'
import { fieldTexts } from '#app/forms/field-texts.ts'
import { inputName, inputNames } from '#app/forms/inputs.ts'
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

/** The fields of a step; the resident can point at each. */
export function Fields({ step, focus }: { step: StepShown; focus: string | null }): JSX.Element {
  return (
    <>
      <Say as="p" className="lead" k="counter:together.lead" />
      {step.fields.map(({ field, typed, filled }) => {
        const id = inputName(field)
        const isAt = focus !== null && (focus === id || focus.startsWith(`${id}-`))
        return (
          <div key={field.id} className={isAt ? 'shared-field shared-focus' : 'shared-field'} data-field={id}>
            {inputNames(field, id).map((name) => (
              <input key={name} type="hidden" name="name" value={name} />
            ))}
            <FieldInput
              field={field}
              name={id}
              texts={fieldTexts(step, step.service, field)}
              typed={typed}
              filled={filled}
              error={undefined}
              people={step.people}
            />
            <button type="submit" className="button second small" name="pointed" value={id}>
              <Icon name="message-square" />
              <Say k="counter:together.point" />
            </button>
          </div>
        )
      })}
    </>
  )
}
