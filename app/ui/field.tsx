import { offered } from '#app/domain/fields/choice.ts'
import { optionsOf, unsure } from '#app/domain/fields/field.ts'
import { type NumberField, numberText } from '#app/domain/fields/number.ts'
import { numberText as rangeText } from '#app/i18n/field-text.ts'
import { InModes, Say } from './bilingual-text.tsx'
import { CountyOptions } from './county-options.tsx'
import { describedBy, type FieldProps, Group, Labelled } from './field-frame.tsx'
import { BirthInput, BirthInputs, Choices, DayInputs, inputOf, NumberInput, Unsure } from './field-inputs.tsx'
import { MemberName } from './member-name.tsx'

/** One field with its texts: as a question of its own, in a form, at the counter. A closed set of kinds, one case each. */
export function FieldInput(props: FieldProps): JSX.Element {
  const { field, name, typed, people = [] } = props
  switch (field.kind) {
    case 'choice':
      return (
        <Group {...props}>
          <Choices {...props} type="radio" options={offered(field, props.typed.given)} />
        </Group>
      )
    case 'many':
      return (
        <Group {...props}>
          <Choices
            {...props}
            type="checkbox"
            options={optionsOf(field)}
            alone={[...(field.alone ?? []), ...(field.unsure ? [unsure] : [])]}
          />
        </Group>
      )
    case 'people':
      return (
        <Group {...props}>
          <Choices
            {...props}
            type="checkbox"
            options={people.map(({ id }) => id)}
            called={(id) => <MemberName name={people.find((one) => one.id === id)?.name ?? ''} />}
          />
        </Group>
      )
    case 'day':
      return (
        <Group {...props}>
          <DayInputs {...props} />
        </Group>
      )
    case 'birth-date':
      return (
        <Group {...props}>
          <BirthInputs {...props} />
        </Group>
      )
    case 'birth-text':
      return (
        <Group {...props}>
          <BirthInput {...props} />
        </Group>
      )
    case 'number':
      return (
        <Group {...props}>
          <NumberInputs {...props} field={field} />
        </Group>
      )
    case 'county':
      return (
        <Labelled {...props}>
          <select id={name} name={name} defaultValue={typed.given[0] ?? ''} aria-describedby={describedBy(props)}>
            <CountyOptions open={field.optional ? 'check:county.open' : 'apply:choose-county'} />
          </select>
        </Labelled>
      )
    case 'text':
      return (
        <Labelled {...props}>{field.lines ? <textarea {...inputOf(props)} rows={field.lines} /> : <input {...inputOf(props)} />}</Labelled>
      )
    case 'name':
      return (
        <Labelled {...props}>
          <input {...inputOf(props)} />
        </Labelled>
      )
    case 'identity-number':
      return (
        <Labelled {...props}>
          <input {...inputOf(props)} autoCapitalize="characters" spellCheck={false} />
        </Labelled>
      )
    case 'phone':
      return (
        <Labelled {...props}>
          <input {...inputOf(props)} type="tel" inputMode="tel" />
        </Labelled>
      )
  }
}

/** The exact number, or one of the ranges. */
function NumberInputs(props: FieldProps & { field: NumberField }): JSX.Element {
  const { field, name, typed, texts } = props
  const about = field.about ?? []
  const said = (range: string) => about.find((one) => numberText(one) === range)
  return (
    <>
      <div className="date-fields">
        <NumberInput
          id={name}
          name={`${name}-number`}
          value={typed.number}
          label={field.unit ? `forms:number.exact.${field.unit}` : texts.label}
          size={8}
        />
      </div>
      {about.length > 0 && (
        <>
          <Say as="p" className="or" k="forms:number.or-about" />
          <Choices
            {...props}
            type="radio"
            options={about.map(numberText)}
            called={(range) => <InModes>{(language) => rangeText(language, { ...(said(range) ?? field), unit: field.unit })}</InModes>}
          />
        </>
      )}
      <Unsure {...props} />
    </>
  )
}
