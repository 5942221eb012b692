import { type Question, unsure } from '#app/domain/question.ts'
import { questionnaire } from '#app/services/household.ts'
import { type FieldProps, Group, idOf } from './field-frame.tsx'
import { Choices, DayFields } from './field-inputs.tsx'
import { NumberField, Option } from './question-field.tsx'
import { Say } from './say.tsx'

/** A question of the self-check among the fields of a form: the same words, the same options. */
export function QuestionPart(props: FieldProps & { question: string }): JSX.Element {
  const { question: id, typed } = props
  const question = (questionnaire.questions as Record<string, Question>)[id]
  const label = <Say k={`questions:${id}.short`} />
  if (!question) throw new Error(`No question ${id}`)
  switch (question.kind) {
    case 'choice':
    case 'many': {
      const options = [...question.options, unsure].map(
        (option) => [option, <Say key={option} k={`questions:${id}.options.${option}`} />] as const,
      )
      return (
        <Group {...props} label={label}>
          <Choices
            {...props}
            type={question.kind === 'choice' ? 'radio' : 'checkbox'}
            options={options}
            {...(question.kind === 'many' ? { alone: [...question.alone, unsure] } : {})}
          />
        </Group>
      )
    }
    case 'birth-date':
      return (
        <Group {...props} label={label}>
          <DayFields {...props} />
          <Say as="p" className="or" k="check:or-age" />
          <div className="date-fields">
            <NumberField id={`${idOf(props)}-age`} name={`${idOf(props)}-age`} value={typed.age} label="check:age" size={3} />
          </div>
          <Option
            inputId={`${idOf(props)}-unsure`}
            type="checkbox"
            name={idOf(props)}
            value={unsure}
            checked={typed.given.includes(unsure)}
          >
            <Say k="questions:birth-date.options.unsure" />
          </Option>
        </Group>
      )
  }
}
