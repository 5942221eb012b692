import type { SubmittedRow } from '#app/cases/submission.ts'
import { kindOfEvent } from '#app/domain/event.ts'
import { isReceived, type Receivers } from '#app/domain/hall.ts'
import { type InEvery, inEvery } from '#app/domain/language.ts'
import { isWithResident } from '#app/domain/status.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { landStandsAt } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { ReceivedBy } from '#app/ui/hall.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { Person } from '#app/ui/person.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { AfterEnding } from './after-ending.server.ts'
import { AfterEndingPart } from './after-ending-part.tsx'
import { AnswerUntil } from './asked-reason.tsx'
import { Letters, type LettersProps } from './letters-part.tsx'
import { Limits, type LimitsProps } from './limits-part.tsx'
import type { ApplicationSummary } from './summaries.ts'
import { Timeline, type TimelineProps } from './timeline.tsx'

type Props = ApplicationSummary &
  TimelineProps &
  LimitsProps & {
    rows: readonly SubmittedRow[]
    papers: readonly { key: string; label: InEvery<string>; count: number }[]
    mode: Mode
    at: string
    /** Who has it; null before submission. */
    receivers: Receivers | null
    departments: readonly InEvery<string>[]
    messages: readonly string[]
    twice: boolean
    /** The last day on which what is asked for now is to be answered. */
    until: string | null
    mayWithdraw: boolean
    mayRate: boolean
    /** Was it rated low, and is not answered yet? */
    awaitsAnswer: boolean
    /** Can the hall be asked, and since which day does a question wait? Null where whoever looks asks at the hall. */
    ask: { whyNot: 'over' | 'enough' | null; since: string | null } | null
    storedDays: number | null
    after: AfterEnding | null
    /** Letters of decisions, each with its day. */
    letters: LettersProps['letters']
    /** Were too many drawn for a PDF of one? */
    isBusy: boolean
    /** Was the same to be applied for again, though this one stands? */
    isThere: boolean
  }

/** One application: status, next step, hall, deadline, history. */
export function ApplicationStatusPage(props: Props): JSX.Element {
  const { mode, at, number, service, title, status, name, receivers, departments, twice, messages, storedDays } = props
  return (
    <Page mode={mode} at={at} texts={['halls', 'application', 'letters', 'phrases', 'places', `services/${service}`]}>
      <IconLink href={paths.applications(mode)} icon="arrow-left" k="application:title" />
      <h1>
        <BilingualText text={title} />
        <Person name={name} />
      </h1>
      {props.isThere && (
        <p className="notice" role="status">
          <Say k="application:after.there" />
        </p>
      )}
      <div className="card" role="status">
        <StatusBadge status={status} />
        {(status !== 'submitted' || isReceived(receivers)) && <Say as="p" k={`application:status.${status}.next`} />}
        {props.until && <AnswerUntil day={props.until} />}
        {status === 'correction-asked' && (
          <a className="button" href={paths.correct(mode, number)}>
            <Say k="application:go-correct" />
            <Icon name="arrow-right" />
          </a>
        )}
        {isTakenFor(props) && <Say as="p" k="application:withdraw.not-you" />}
        {props.after && <AfterEndingPart mode={mode} after={props.after} />}
      </div>
      {props.ask?.since && <AskedSince day={props.ask.since} enough={props.ask.whyNot === 'enough'} />}
      {landStandsAt(service) && <LandPromise />}
      {twice && <Say as="p" className="notice" k="application:twice" />}
      <Say as="h2" k="application:timeline" />
      <Timeline {...props} />
      <Letters {...props} />
      <Say as="h2" k="application:who" />
      {isWithResident(status) && <Say as="p" k="application:your-turn" />}
      <ReceivedBy receivers={receivers} />
      <ul>
        {departments.map((department) => (
          <li key={department.zh}>
            <BilingualText text={department} />
          </li>
        ))}
      </ul>
      {storedDays === null && <Limits {...props} isAnswering={isWithResident(status)} />}
      {messages.length > 0 && (
        <ul className="plain-list quiet">
          {messages.map((state, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: messages of one state are alike
            <li key={index}>
              <Say k={`application:sms.${state}`} />
            </li>
          ))}
        </ul>
      )}
      <WhatWasSubmitted {...props} />
      <nav className="links">
        {props.ask?.whyNot === null && <IconLink href={paths.ask(mode, number)} icon="message-square" k="application:ask.link" />}
        {props.mayRate && <IconLink href={paths.rate(mode, number)} icon="message-square" k="application:rate.link" />}
        {props.mayWithdraw && <IconLink href={paths.withdraw(mode, number)} icon="rotate-ccw" k="application:withdraw.link" />}
      </nav>
      {storedDays !== null && (
        <Say
          as="p"
          className="quiet"
          k={props.awaitsAnswer ? 'application:rate.waiting' : 'application:stored-days'}
          values={{ days: storedDays }}
        />
      )}
    </Page>
  )
}

/** A question that waits for its answer; where there are as many as may wait, that is said. */
function AskedSince({ day, enough }: { day: string; enough: boolean }): JSX.Element {
  return (
    <div className="notice">
      <Say as="p" k="application:ask.waits" values={(language) => ({ day: formatDay(language, day) })} />
      {enough && <Say as="p" k="application:ask.enough" />}
    </div>
  )
}

/** Did the hall withdraw it, as a letter asked? Who did not write that one is told whom to ask. */
function isTakenFor({ status, history }: Pick<Props, 'status' | 'history'>): boolean {
  const last = history.map(kindOfEvent).findLast((kind) => kind === 'withdraw' || kind === 'withdraw-requested')
  return status === 'withdrawn' && last === 'withdraw-requested'
}

function WhatWasSubmitted({ rows, papers }: Pick<Props, 'rows' | 'papers'>): JSX.Element | null {
  if (rows.length === 0) return null
  return (
    <details>
      <summary>
        <Say k="application:what" />
      </summary>
      <SubmittedRows rows={rows} />
      <Say as="h3" k="application:papers" />
      <ul>
        {papers.map(({ key, label, count }) => (
          <li key={key}>
            <BilingualText text={label} />{' '}
            {count === 0 ? (
              <Say className="quiet" k="application:brought" />
            ) : (
              <Say className="quiet" k="application:files" values={{ count }} />
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

const joined = (title: InEvery<string>, label: InEvery<string>): InEvery<string> =>
  inEvery((language) => `${title[language]} · ${label[language]}`)

/** What was submitted, as it was then. */
export function SubmittedRows({ rows }: { rows: readonly SubmittedRow[] }): JSX.Element {
  return (
    <ul className="plain-list answers">
      {rows.map(({ target, title, label, value }) => (
        <li key={target}>
          <span>
            <span className="label">
              <BilingualText text={joined(title, label)} />
            </span>{' '}
            <strong>
              <BilingualText text={value} />
            </strong>
          </span>
        </li>
      ))}
    </ul>
  )
}
