import type { EventText } from '#app/domain/event-text.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { OwnPhrase } from '#app/domain/phrase.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { Status } from '#app/domain/status.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { ResidentText, StaffText } from '#app/ui/stored-text.tsx'
import { CaseHead } from './case-head.tsx'
import { FreeTextField, OwnPhrases, type TypedText } from './free-text-field.tsx'
import { NotPossible, UnsentText } from './not-possible-part.tsx'
import { Stars } from './ratings-page.tsx'
import { Moment, StaffName } from './text-parts.tsx'

type Props = {
  /** Standard sentences of the hall and of the places above it. */
  phrases: readonly OwnPhrase[]
  mode: Mode
  at: string
  staff: Staff
  id: string
  number: number
  service: string
  title: InEvery<string>
  status: Status
  seen: string
  code: string
  county: string
  name: string
  submitted: string
  /** The reason of the decision that was rated, where one was given. */
  decision: EventText | null
  rating: { score: number; text: EventText | null; at: string }
  answer: { text: EventText; at: string; by: string | null } | null
  /** Are short messages delivered here? */
  sms: boolean
  /** Why it cannot be answered now: the key of a sentence; null where it can. */
  whyNot: string | null
  typed?: TypedText
  errors?: readonly FieldError[]
}

/** One low rating: the outline of the case, the rating, and the answer. */
export function RatingPage(props: Props): JSX.Element {
  const { mode, at, staff, service, rating, answer, whyNot, typed, errors = [] } = props
  return (
    <OwnPhrases.Provider value={props.phrases}>
      <DeskPage
        mode={mode}
        at={at}
        staff={staff}
        texts={['ratings', 'application', 'phrases', `services/${service}`]}
        switching={whyNot === null || typed ? { by: 'form', form: 'answering' } : { by: 'links' }}
        script
      >
        <IconLink href={paths.ratings(mode)} icon="arrow-left" k="desk:case.back" />
        <ErrorSummary errors={errors} />
        <Say as="h1" k="ratings:one" />
        <Outline {...props} />
        <section className="card" aria-labelledby="said">
          <Say as="h2" id="said" k="ratings:said" />
          <p>
            <Stars score={rating.score} /> <Moment at={rating.at} />
          </p>
          {rating.text ? <ResidentText {...rating.text} /> : <Say as="p" className="quiet" k="ratings:no-text" />}
        </section>
        {answer && <Answer {...answer} />}
        {whyNot === null ? (
          <Answering {...props} />
        ) : answer ? (
          <Unsent {...props} />
        ) : (
          <NotPossible mode={mode} id={props.id} why={whyNot}>
            <Unsent {...props} />
          </NotPossible>
        )}
      </DeskPage>
    </OwnPhrases.Provider>
  )
}

function Outline({ decision, ...head }: Props): JSX.Element {
  return (
    <CaseHead as="h2" {...head} below={decision && <StaffText {...decision} />}>
      <li>
        <a className="text-link" href={paths.deskCase(head.mode, head.id)}>
          <Say k="ratings:whole-case" />
        </a>
      </li>
    </CaseHead>
  )
}

function Answer({ text, at, by }: NonNullable<Props['answer']>): JSX.Element {
  return (
    <section className="card" id="answer" aria-labelledby="answer-title">
      <Say as="h2" id="answer-title" k="ratings:answer" />
      <p>
        <StaffName name={by} /> <Moment at={at} />
      </p>
      <StaffText {...text} />
    </section>
  )
}

function Answering({ at, sms, seen, typed, errors = [] }: Props): JSX.Element {
  return (
    <DeskForm id="answering" action={at} noValidate>
      <input type="hidden" name="seen" value={seen} />
      <FreeTextField
        kind="rating"
        legend="ratings:answer"
        typed={typed ?? { phrase: '', text: '' }}
        error={errors.find(({ field }) => field === 'words')}
      />
      <Say as="p" className="quiet" k="ratings:told" />
      {sms && <Say as="p" className="quiet" k="ratings:told-sms" />}
      <div className="actions">
        <button type="submit" className="button" id="send">
          <Say k="ratings:send" />
        </button>
      </div>
    </DeskForm>
  )
}

/** An answer that was not sent, because another was sent first: shown so that it is not lost, also in another language. */
function Unsent({ at, seen, typed }: Props): JSX.Element | null {
  if (!typed) return null
  return (
    <DeskForm id="answering" action={at} noValidate className="notice">
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="phrase" value={typed.phrase} />
      {(typed.text !== '' || typed.phrase !== '') && <Say as="p" k="ratings:unsent" />}
      <UnsentText {...typed} name="words" />
    </DeskForm>
  )
}
