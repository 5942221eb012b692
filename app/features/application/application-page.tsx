import type { Both, SubmittedRow } from '#app/cases/submission.ts'
import type { ApplicationEvent, CorrectionItem } from '#app/domain/event.ts'
import type { Source } from '#app/domain/verdict.ts'
import { formatDay } from '#app/i18n/format.ts'
import { text } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Icon } from '#app/ui/icon.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { Person } from '#app/ui/person.tsx'
import { BothSay, Ground, OwnWords, StaffWords } from '#app/ui/said.tsx'
import { InModes, Say } from '#app/ui/say.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import type { Short } from './short.ts'

type Props = Short & {
  mode: Mode
  at: string
  /** The county whose hall has it; null where none has. */
  county: string | null
  departments: readonly string[]
  /** Each with its day, and where the condition stands it names. */
  history: readonly (ApplicationEvent & { day: string; sources: readonly Source[] })[]
  limits: readonly { statement: string; ends: string }[]
  messages: readonly string[]
  twice: boolean
  rows: readonly SubmittedRow[]
  papers: readonly { key: string; words: Both; count: number }[]
  mayWithdraw: boolean
  mayRate: boolean
  /** Was it rated low, and is not answered yet? */
  awaitsAnswer: boolean
  kept: number | null
}

/** One application: where it stands, what comes next, who has it, until when, and all that happened. */
export function ApplicationPage(props: Props): JSX.Element {
  const { mode, at, number, service, status, name, county, departments, twice, messages, kept } = props
  return (
    <Page mode={mode} at={at} texts={['application', 'phrases', 'places', `services/${service}`]}>
      <a className="text-link" href={paths.applications(mode)}>
        <Icon name="arrow-left" />
        <Say k="application:title" />
      </a>
      <h1>
        <Say k={`services/${service}:name`} />
        <Person name={name} />
      </h1>
      <div className="card" role="status">
        <StatusBadge status={status} />
        <Say as="p" k={`application:status.${status}.next`} />
        {status === 'correction-asked' && (
          <a className="button" href={paths.correct(mode, number)}>
            <Say k="application:go-correct" />
            <Icon name="arrow-right" />
          </a>
        )}
      </div>
      {service === 'settle-household' && <LandPromise />}
      {twice && <Say as="p" className="notice" k="application:twice" />}
      <Say as="h2" k="application:timeline" />
      <Timeline {...props} />
      <Say as="h2" k="application:who" />
      {(status === 'draft' || status === 'correction-asked') && <Say as="p" k="application:your-turn" />}
      {county !== null && <HallNow county={county} />}
      <ul>
        {departments.map((department) => (
          <li key={department}>
            <Say k={`departments:${department}`} />
          </li>
        ))}
      </ul>
      {kept === null && <Limits {...props} />}
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
        {props.mayRate && (
          <a className="text-link" href={paths.rate(mode, number)}>
            <Icon name="message-square" />
            <Say k="application:rate.link" />
          </a>
        )}
        {props.mayWithdraw && (
          <a className="text-link" href={paths.withdraw(mode, number)}>
            <Icon name="rotate-ccw" />
            <Say k="application:withdraw.link" />
          </a>
        )}
      </nav>
      {kept !== null && (
        <Say as="p" className="quiet" k={props.awaitsAnswer ? 'application:rate.waiting' : 'application:kept'} values={{ days: kept }} />
      )}
    </Page>
  )
}

/** Until when the law lets the hall take, as long as it is not decided. */
function Limits({ service, limits }: Pick<Props, 'service' | 'limits'>): JSX.Element {
  return (
    <>
      <Say as="h2" k="application:limit" />
      {limits.length === 0 && <Say as="p" k="application:no-limit" />}
      {limits.map(({ statement, ends }) => (
        <div key={statement}>
          <Say as="p" k={`services/${service}:timeAndCost.${statement}`} />
          <Say as="p" k="application:limit-ends" values={(language) => ({ day: formatDay(language, ends) })} />
        </div>
      ))}
    </>
  )
}

/** The place of the hall that has it. */
function HallNow({ county }: { county: string }): JSX.Element {
  return <Say as="p" k="application:hall-now" values={(language) => ({ place: text(language, `places:counties.${county}`) })} />
}

/** What was to be mended, each with its reason. */
function Asked({ items, labels }: { items: readonly CorrectionItem[]; labels: ReadonlyMap<string, Both> }): JSX.Element {
  return (
    <ul>
      {items.map(({ target, reason, words }) => {
        const label = labels.get(target)
        return (
          <li key={target}>
            {label && (
              <>
                <BothSay words={label} />{' '}
              </>
            )}
            <Say className="quiet" k={`application:reason.${reason}`} />
            {words && <StaffWords {...words} />}
          </li>
        )
      })}
    </ul>
  )
}

function Timeline({ service, history, rows, papers }: Pick<Props, 'service' | 'history' | 'rows' | 'papers'>): JSX.Element {
  const labels = new Map([
    ...rows.map(({ target, label }) => [target, label] as const),
    ...papers.map(({ key, words }) => [`paper/${key}`, words] as const),
  ])
  return (
    <ol className="plain-list timeline">
      {history.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows
        <li key={index}>
          <span className="quiet">
            <InModes>{(language) => formatDay(language, event.day)}</InModes>
          </span>
          <p>
            <strong>
              <Say k={eventWords(event)} />
            </strong>
          </p>
          <OnGround event={event} />
          {event.type === 'decline' && event.condition && <Ground service={service} condition={event.condition} sources={event.sources} />}
          {event.type === 'ask-correction' && <Asked items={event.items} labels={labels} />}
          {(event.type === 'approve' || event.type === 'decline') && event.reason && <StaffWords {...event.reason} />}
          {event.type === 'hand-over' && <HallNow county={event.to} />}
          {event.type === 'rate' && event.words && <OwnWords {...event.words} />}
          {event.type === 'answer-rating' && <StaffWords {...event.words} />}
        </li>
      ))}
    </ol>
  )
}

/** What happened, in words; what a clerk filed in somebody's name is told as such. */
export function eventWords(event: ApplicationEvent): string {
  return 'helped' in event && event.helped ? `application:helped.${event.type}` : `application:event.${event.type}`
}

/** On what ground a clerk acted, and what to do where it was not meant so. */
function OnGround({ event }: { event: ApplicationEvent }): JSX.Element | null {
  const ground = event.type === 'help-begin' ? event.ground : 'helped' in event ? event.helped?.ground : undefined
  if (!ground) return null
  return (
    <p className="quiet">
      <Say k={`application:helped.ground.${ground}`} /> {event.type !== 'help-begin' && <Say k="application:helped.not-you" />}
    </p>
  )
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
        {papers.map(({ key, words, count }) => (
          <li key={key}>
            <BothSay words={words} />{' '}
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

const joined = (title: Both, label: Both): Both => ({ zh: `${title.zh} · ${label.zh}`, bo: `${title.bo} · ${label.bo}` })

/** What was submitted, as it stood then. */
export function SubmittedRows({ rows }: { rows: readonly SubmittedRow[] }): JSX.Element {
  return (
    <ul className="plain-list answers">
      {rows.map(({ target, title, label, value }) => (
        <li key={target}>
          <span>
            <span className="label">
              <BothSay words={joined(title, label)} />
            </span>{' '}
            <strong>
              <BothSay words={value} />
            </strong>
          </span>
        </li>
      ))}
    </ul>
  )
}
