import type { ReactNode } from 'react'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { Field } from '#app/domain/fields/index.ts'
import type { Question } from '#app/domain/question.ts'
import { questionTexts } from '#app/forms/field-texts.ts'
import { answerField } from '#app/forms/household-form.ts'
import { memberName } from '#app/i18n/member-name.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { FieldInput } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { answerPictogram } from '#app/ui/pictograms.ts'
import { questionBy } from './check.ts'

type Props = {
  id: string
  /** The name of the member it is asked of; null: of the household. */
  name: string | null
  typed: TypedField
  error: FieldError | undefined
  /** Its field, where it is another than the question's own. */
  field?: Field
  /** The name of its inputs; by default that of the only question of a page. */
  input?: string
  /** Is it the first on its page? Its text is the heading of the page then. */
  isFirst?: boolean
  /** What is asked with an option. */
  beside?: (option: string) => ReactNode
}

/** The field of a question below the question as a heading. */
export function QuestionField({ id, name, typed, error, beside, input = answerField, isFirst = true, field }: Props): JSX.Element {
  const question = questionBy(id)
  const heading = <Heading id={id} question={question} name={name} />
  return (
    <FieldInput
      field={field ?? question}
      name={input}
      texts={questionTexts(id)}
      typed={typed}
      error={error}
      heading={isFirst ? <h1>{heading}</h1> : <h2>{heading}</h2>}
      beside={beside}
      picture={(option) => answerPictogram(id, option)}
    />
  )
}

/** A member's question names the member; a household's question asked of one member has the name as heading. */
function Heading({ id, question, name }: Pick<Props, 'id' | 'name'> & { question: Question }): JSX.Element {
  if (question.of === 'member' && name === null) return <Say k={`questions:${id}.askAll`} />
  if (question.of === 'member') return <Say k={`questions:${id}.ask`} values={(reader) => ({ name: memberName(reader, name ?? '') })} />
  if (name === null) return <Say k={`questions:${id}.ask`} />
  return (
    <>
      <span className="who">
        <Icon name="user" />
        <MemberName name={name} />
      </span>
      <Say k={`questions:${id}.askMe`} />
    </>
  )
}
