import { CountyOptions } from './county-options.tsx'
import { describedBy, type FieldProps, Group, idOf, Labelled } from './field-frame.tsx'
import { Choices, DayFields, inputOf } from './field-inputs.tsx'
import { QuestionPart } from './question-part.tsx'
import { Say, Typed } from './say.tsx'

/** One field of a form, with what it is for. A closed set of kinds, one case each. */
export function FormField(props: FieldProps): JSX.Element {
  const { field } = props
  switch (field.kind) {
    case 'question':
      return <QuestionPart {...props} question={field.question} />
    case 'choice':
    case 'many':
      return (
        <Group {...props}>
          <Choices
            {...props}
            type={field.kind === 'choice' ? 'radio' : 'checkbox'}
            options={field.options.map((option) => [option, <Say key={option} k={`${props.words}.options.${option}`} />])}
          />
        </Group>
      )
    case 'people':
      return (
        <Group {...props}>
          <Choices {...props} type="checkbox" options={props.people.map(({ id, name }) => [id, <Typed key={id}>{name}</Typed>])} />
        </Group>
      )
    case 'day':
      return (
        <Group {...props}>
          <DayFields {...props} />
        </Group>
      )
    case 'county':
      return (
        <Labelled {...props}>
          <select id={idOf(props)} name={idOf(props)} defaultValue={props.typed.given[0] ?? ''} aria-describedby={describedBy(props)}>
            <CountyOptions open="apply:choose-county" />
          </select>
        </Labelled>
      )
    case 'words':
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
