import type { TypedField } from '#app/domain/fields/field.ts'
import { answerField, differField, fieldsOf, openedBy, whoField } from '#app/forms/household-form.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { FieldInput } from '#app/ui/field.tsx'
import type { FieldTexts } from '#app/ui/field-frame.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import type { Progress } from './check.ts'
import type { OutdatedShown } from './outdated.ts'
import { OutdatedSentence } from './outdated-part.tsx'
import { QuestionField, questionBy } from './question-field.tsx'

type Props = {
  mode: Mode
  at: string
  id: string
  member: string | null
  name: string | null
  /** The value of each field of the page, by its id. */
  typed: Readonly<Record<string, TypedField>>
  /** The members a question of the household is about. */
  people: readonly { id: string; name: string }[]
  errors: readonly FieldError[]
  progress: Progress
  back: string
  /** What was answered here before and does not count any more. */
  outdated: readonly OutdatedShown[]
  /** Opened from the summary: go back there. */
  then: 'next' | 'summary'
}

/** The texts of the fields below a question. */
const besideTexts: Readonly<Record<string, FieldTexts>> = {
  county: { label: 'check:county.label', help: 'check:county.help', why: 'check:county.why', options: '' },
  [differField]: { label: 'check:differ.label', help: 'check:differ.help', why: '', options: '' },
}
const whoTexts = { label: 'check:who', help: '', why: '', options: '' }

/** One question on one page: a plain form. */
export function QuestionPage({ mode, at, id, name, member, people, typed, errors, progress, back, outdated, then }: Props): JSX.Element {
  const question = questionBy(id)
  const isOverride = member !== null && question.of === 'household'
  // Asked of a member who does not follow the household, it is a question like any other.
  const mayFollow = isOverride && progress.isAside
  const about = { member, people: people.map((person) => person.id) }
  const shownOf = (field: string) => ({ typed: typed[field] ?? { given: [] }, error: errors.find((error) => error.field === field) })
  const opening = new Set(openedBy(question, about).map(([option]) => option))
  const who = (option: string) => {
    if (!opening.has(option)) return null
    const field = whoField(option)
    const props = { field: { kind: 'people', optional: true } as const, name: field, texts: whoTexts, people, ...shownOf(field) }
    return (
      <div className={props.error ? 'who-of shown' : 'who-of'}>
        <FieldInput {...props} />
      </div>
    )
  }
  const backTo = { href: then === 'summary' ? paths.summary(mode) : back, k: 'check:back' }
  return (
    <Page mode={mode} at={at} texts={['questions', 'check']} switching={{ by: 'form', form: 'question' }} back={backTo} script>
      {!mayFollow && <ProgressLine progress={progress} name={name} />}
      <ErrorSummary errors={errors} />
      {outdated.length > 0 && (
        <div className="notice" id="outdated">
          {outdated.map((one) => (
            <OutdatedSentence key={one.question.zh} one={one} />
          ))}
        </div>
      )}
      <form id="question" method="post" action={at} noValidate>
        <QuestionField id={id} name={name} {...shownOf(answerField)} beside={who} />
        {fieldsOf(id, question, about).map((field) => {
          const texts = besideTexts[field.id]
          return texts && <FieldInput key={field.id} field={field} name={field.id} texts={texts} people={people} {...shownOf(field.id)} />
        })}
        <input type="hidden" name="then" value={then} />
        <div className="actions">
          <button type="submit" className="button">
            <Say k={then === 'summary' ? 'check:keep-change' : 'check:continue'} />
            <Icon name="arrow-right" />
          </button>
          {mayFollow && (
            <button type="submit" className="button second" name="do" value="same">
              <Say k="check:same-as-household" />
            </button>
          )}
        </div>
      </form>
      {id === 'settle-wish' || id === 'land' ? <LandPromise /> : null}
      <Say as="p" className="quiet" k="check:nothing-kept" />
    </Page>
  )
}

function ProgressLine({ progress: { at, of, person, people }, name }: { progress: Progress; name: string | null }): JSX.Element {
  return (
    <div className="progress">
      <span>{name === null ? <Say k="check:about-household" /> : <MemberName name={name} />}</span>
      <span>
        <Say k="check:question-of" values={{ at, of }} />
      </span>
      {person > 0 && people > 1 && (
        <span>
          <Say k="check:person-of" values={{ person, people }} />
        </span>
      )}
      <progress value={at - 1} max={of} aria-hidden="true" />
    </div>
  )
}
