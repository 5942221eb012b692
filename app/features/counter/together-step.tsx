import { wordsOf } from '#app/cases/submission.ts'
import type { Field } from '#app/domain/field.ts'
import { idOf, type TypedField } from '#app/ui/field-frame.tsx'
import { FormField } from '#app/ui/form-field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Say } from '#app/ui/say.tsx'

/** The step the clerk is at, as the resident sees it. */
export type StepShown = {
  block: string
  service: string | null
  name: string | null
  people: readonly { id: string; name: string }[]
  fields: readonly { field: Field; typed: TypedField; filled: boolean }[]
}

/** The fields of a step, each of which the resident can point at. */
export function Fields({ step, focus }: { step: StepShown; focus: string | null }): JSX.Element {
  return (
    <>
      <Say as="p" className="lead" k="counter:together.lead" />
      {step.fields.map(({ field, typed, filled }) => {
        const id = idOf({ field })
        const isAt = focus !== null && (focus === id || focus.startsWith(`${id}-`))
        return (
          <div key={field.id} className={isAt ? 'together-field together-focus' : 'together-field'} data-field={id}>
            {namesOf(field).map((name) => (
              <input key={name} type="hidden" name="name" value={name} />
            ))}
            <FormField
              field={field}
              words={wordsOf({ block: step.block }, step.service, field)}
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

/** The names of the inputs a field may have. */
function namesOf(field: Field): string[] {
  const id = idOf({ field })
  if (field.kind === 'day') return ['year', 'month', 'day'].map((part) => `${id}-${part}`)
  if (field.kind === 'question' && field.question === 'birth-date')
    return [id, ...['year', 'month', 'day', 'age'].map((part) => `${id}-${part}`)]
  return [id]
}
