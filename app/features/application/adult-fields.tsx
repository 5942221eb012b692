import { guardians } from '#app/forms/relatives.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Option } from '#app/ui/option.tsx'
import { adultInputs, type TypedAdult } from './named-adult.ts'

/** `asksPhone`: not where a telephone stands in the folder already. */
type Props = { adult: TypedAdult; asksPhone?: boolean; errors: readonly FieldError[] }

/** The adult who applies where the household lists none: their name, what they are to the child, and how to reach them. */
export function AdultFields({ adult, asksPhone = true, errors }: Props): JSX.Element {
  const errorAt = (name: string) => errors.find(({ field }) => field === name)
  const { name, relation, phone } = adultInputs
  const text = (id: string, label: string, value: string, type: 'text' | 'tel') => (
    <>
      <FieldMessage id={`${id}-error`} error={errorAt(id)} />
      <label className="field" htmlFor={id}>
        <Say k={label} />
        <input
          id={id}
          name={id}
          type={type}
          defaultValue={value}
          autoComplete="off"
          aria-describedby={errorAt(id) ? `${id}-error` : undefined}
        />
      </label>
    </>
  )
  return (
    <fieldset className="form-field card" id="adult">
      <legend>
        <Say k="apply:start.other-adult" />
      </legend>
      {text(name, 'apply:start.adult-name', adult.name, 'text')}
      <fieldset className="form-field" aria-describedby={errorAt(relation) ? `${relation}-error` : undefined}>
        <legend>
          <Say k="apply:start.adult-relation" />
        </legend>
        <FieldMessage id={`${relation}-error`} error={errorAt(relation)} />
        <div className="options">
          {guardians.map((one, index) => (
            <Option
              key={one}
              inputId={index === 0 ? relation : `${relation}-${one}`}
              type="radio"
              name={relation}
              value={one}
              checked={adult.relation === one}
            >
              <span className="option-text">
                <Say k={`check:members.relatives.${one}`} />
              </span>
            </Option>
          ))}
        </div>
      </fieldset>
      {asksPhone && text(phone, 'apply:start.adult-phone', adult.phone, 'tel')}
    </fieldset>
  )
}
