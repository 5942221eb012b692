import type { Receivers } from '#app/domain/hall.ts'
import { answerField } from '#app/forms/household-form.ts'
import { checkInput } from '#app/forms/other-check.ts'
import { isOfEverybody, pageKey } from '#app/forms/question-pages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { AskedPart, EachPart } from './asked-part.tsx'
import { type AskedQuestion, alsoInput } from './asked-questions.ts'
import { questionBy } from './check.ts'
import type { OutdatedShown } from './outdated.ts'
import { OutdatedSentence } from './outdated-part.tsx'
import { ResultHall } from './result-hall.tsx'
import type { Progress } from './standing.ts'

type Props = {
  mode: Mode
  at: string
  /** Which check it is of. */
  check: string
  /** What the page asks. */
  asked: readonly AskedQuestion[]
  errors: readonly FieldError[]
  progress: Progress | null
  back: string
  /** What was answered here before and does not count any more. */
  outdated: readonly OutdatedShown[]
  /** On the page that asks the county: who receives what is applied for there. */
  receivers: Receivers | null
  /** Opened from the summary: go back there. */
  then: 'next' | 'summary'
}

/** One question on one page, or several that belong together: a plain form. */
export function QuestionPage({ mode, at, check, asked, errors, progress, back, outdated, receivers, then }: Props): JSX.Element {
  const [first] = asked
  // Asked of a member who does not follow the household, it is a question like any other.
  const mayFollow = progress === null && first !== undefined && first.member !== null && questionBy(first.question).of === 'household'
  const backTo = { href: then === 'summary' ? paths.summary(mode) : back, k: 'check:back' }
  return (
    <Page
      mode={mode}
      at={at}
      texts={['questions', 'check', ...(receivers ? ['halls'] : [])]}
      switching={{ by: 'form', form: 'question' }}
      back={backTo}
      script
    >
      {then === 'next' && progress && <ProgressLine progress={progress} />}
      <ErrorSummary errors={errors} />
      {outdated.length > 0 && (
        <div className="notice" id="outdated">
          {outdated.map((one) => (
            <OutdatedSentence key={one.question.zh} one={one} />
          ))}
        </div>
      )}
      <form id="question" method="post" action={at} noValidate>
        {asked.length > 1 && isOfEverybody(first?.question ?? '') ? (
          <EachPart asked={asked} errors={errors} />
        ) : (
          asked.map((one) => <AskedPart key={one.key || answerField} asked={one} errors={errors} />)
        )}
        {asked.slice(1).map((one) => (
          <input key={one.key} type="hidden" name={alsoInput} value={pageKey(one)} />
        ))}
        <input type="hidden" name={checkInput} value={check} />
        <input type="hidden" name="then" value={then} />
        <div className="actions next">
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
      <ResultHall receivers={receivers} />
      {asked.some(({ question }) => question === 'settle-wish' || question === 'land') ? <LandPromise /> : null}
      <Say as="p" className="quiet" k="check:nothing-stored" />
    </Page>
  )
}

function ProgressLine({ progress: { at, left, part, thenEach, isBack } }: { progress: Progress }): JSX.Element {
  const k = thenEach ? (left > 0 ? 'household' : 'people') : left > 0 ? 'each' : isBack ? 'answered' : 'last'
  return (
    <div className="progress">
      <Say k={`check:progress.${k}`} values={{ at, left }} />
      {!isBack && <progress value={part.toFixed(3)} max={1} aria-hidden="true" />}
    </div>
  )
}
