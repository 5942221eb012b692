import type { RawAnswer } from '#app/domain/answer.ts'
import type { Question } from '#app/domain/question.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { questionnaire } from '#app/services/household.ts'
import { CountyOptions } from '#app/ui/county-options.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { QuestionField } from '#app/ui/question-field.tsx'
import { Say, Typed } from '#app/ui/say.tsx'
import type { Progress } from './check.ts'

type Props = {
  mode: Mode
  at: string
  id: string
  member: string | null
  name: string | null
  raw: RawAnswer
  county: string
  errors: readonly FieldError[]
  progress: Progress
  back: string
  /** Come from the summary: go back there. */
  then: 'next' | 'summary'
}

/** One question on one page: a plain form. */
export function QuestionPage({ mode, at, id, name, member, raw, county, errors, progress, back, then }: Props): JSX.Element {
  const question = (questionnaire.questions as Record<string, Question>)[id] as Question
  const isOverride = member !== null && question.of === 'household'
  return (
    <Page mode={mode} at={at} texts={['questions', 'check']} switching={{ by: 'form', form: 'question' }} script>
      <a className="text-link" href={then === 'summary' ? paths.summary(mode) : back}>
        <Icon name="arrow-left" />
        <Say k="check:back" />
      </a>
      {!isOverride && <ProgressLine progress={progress} name={name} />}
      <ErrorSummary errors={errors} />
      <form id="question" method="post" action={at} noValidate>
        <QuestionField id={id} question={question} name={name} raw={raw} error={errors.find(({ field }) => field !== 'county')} />
        {id === 'live-place' && <CountyField county={county} error={errors.find(({ field }) => field === 'county')} />}
        <input type="hidden" name="then" value={then} />
        <div className="actions">
          <button type="submit" className="button">
            <Say k={then === 'summary' ? 'check:keep-change' : 'check:continue'} />
            <Icon name="arrow-right" />
          </button>
          {isOverride && (
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
      <span>{name === null ? <Say k="check:about-household" /> : <Typed>{name}</Typed>}</span>
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

/** Where exactly one lives: not needed for any result, so it may stay open. */
function CountyField({ county, error }: { county: string; error: FieldError | undefined }): JSX.Element {
  return (
    <div>
      <FieldMessage id="county-error" error={error} />
      <label className="field" htmlFor="county">
        <Say k="check:county" />
        <select id="county" name="county" defaultValue={county} aria-describedby={error ? 'county-error' : undefined}>
          <CountyOptions open="check:county-open" />
        </select>
      </label>
    </div>
  )
}
