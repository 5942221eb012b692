import { questionTexts } from '#app/forms/field-texts.ts'
import { answerField, differField, fieldsOf, openedBy, whoField } from '#app/forms/household-form.ts'
import { hasText } from '#app/i18n/messages.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { FieldInput } from '#app/ui/field.tsx'
import type { FieldTexts } from '#app/ui/field-frame.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { type AskedQuestion, inputOf } from './asked-questions.ts'
import { questionBy } from './check.ts'
import { QuestionField } from './question-field.tsx'

/** The texts of the fields below a question. */
const besideTexts: Readonly<Record<string, FieldTexts>> = {
  county: { label: 'check:county.label', help: 'check:county.help', why: 'check:county.why', options: '' },
  [differField]: { label: 'check:differ.label', help: 'check:differ.help', why: '', options: '' },
}
const whoTexts = { label: 'check:who', help: '', why: '', options: '' }

/** One question asked of everybody: its text once, then a field for each. */
export function EachPart({ asked, errors }: { asked: readonly AskedQuestion[]; errors: readonly FieldError[] }): JSX.Element {
  const id = asked[0]?.question ?? ''
  const texts = questionTexts(id)
  return (
    <>
      <Say as="h1" className="small" k={`questions:${id}.askAll`} />
      {hasText(texts.help) && <Say as="p" className="help" k={texts.help} />}
      {asked.map(({ key, member, name, people, typed }) => {
        const input = inputOf(key, answerField)
        const [field] = fieldsOf(id, questionBy(id), { member, people: people.map((person) => person.id) })
        if (!field) return null
        return (
          <FieldInput
            key={input}
            {...{ field, name: input, texts: { ...texts, help: '', why: '' }, typed: typed[answerField] ?? { given: [] } }}
            error={errors.find((error) => error.field === input)}
            heading={
              <h2>
                <Icon name="user" />
                <MemberName name={name ?? ''} />
              </h2>
            }
          />
        )
      })}
    </>
  )
}

/** One question of a page with all its fields. */
export function AskedPart({ asked, errors }: { asked: AskedQuestion; errors: readonly FieldError[] }): JSX.Element {
  const { question: id, member, key, name, people, typed } = asked
  const question = questionBy(id)
  const about = { member, people: people.map((person) => person.id) }
  const shownOf = (field: string) => ({
    typed: typed[field] ?? { given: [] },
    error: errors.find((error) => error.field === inputOf(key, field)),
  })
  const opening = new Set(openedBy(question, about).map(([option]) => option))
  const who = (option: string) => {
    if (!opening.has(option)) return null
    const field = whoField(option)
    const props = {
      field: { kind: 'people', optional: true } as const,
      name: inputOf(key, field),
      texts: whoTexts,
      people,
      ...shownOf(field),
    }
    return (
      <div className={props.error ? 'who-of shown' : 'who-of'}>
        <FieldInput {...props} />
      </div>
    )
  }
  const [own, ...beside] = fieldsOf(id, question, about)
  return (
    <>
      <QuestionField
        id={id}
        name={name}
        {...(own ? { field: own } : {})}
        input={inputOf(key, answerField)}
        isFirst={key === ''}
        {...shownOf(answerField)}
        beside={who}
      />
      {beside.map((field) => {
        const texts = besideTexts[field.id]
        const input = inputOf(key, field.id)
        return texts && <FieldInput key={input} field={field} name={input} texts={texts} people={people} {...shownOf(field.id)} />
      })}
    </>
  )
}
