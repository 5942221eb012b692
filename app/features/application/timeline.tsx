import type { SubmittedRow } from '#app/cases/submission.ts'
import { type HistoryEvent, isDecision } from '#app/domain/event.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Source } from '#app/domain/verdict.ts'
import type { CorrectionItem } from '#app/domain/worded-step.ts'
import { formatDay } from '#app/i18n/format.ts'
import { countyName, nameIn } from '#app/i18n/stored-names.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { BilingualText, Ground, OwnWords, StaffWords, StoredGround } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'

/** The events shown to the resident, and the texts of their targets. */
export type TimelineProps = {
  /** Each with its day, and the condition it names. */
  history: readonly (HistoryEvent & { day: string | null; declinedFor: { says: InEvery<string>; sources: readonly Source[] } | null })[]
  rows: readonly SubmittedRow[]
  papers: readonly { key: string; words: InEvery<string>; count: number }[]
}

/** All that happened to an application, first things first. */
export function Timeline({ history, rows, papers }: TimelineProps): JSX.Element {
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
            <InModes>{(language) => (event.day === null ? '' : formatDay(language, event.day))}</InModes>
          </span>
          <p>
            <strong>
              <Say k={eventWords(event)} />
            </strong>{' '}
            {event.type === 'unreadable' && <UnreadableRow table="events" id={event.id} />}
          </p>
          <OnGround event={event} />
          {event.type === 'decline' && <DeclinedFor event={event} />}
          {event.type === 'ask-correction' && <Asked items={event.items} labels={labels} />}
          {isDecision(event) && event.reason && <StaffWords {...event.reason} said={event.document?.phrase ?? null} />}
          {event.type === 'hand-over' && <HallNow county={event.to} />}
          {event.type === 'rate' && event.words && <OwnWords {...event.words} />}
          {event.type === 'answer-rating' && <StaffWords {...event.words} />}
        </li>
      ))}
    </ol>
  )
}

type Told = TimelineProps['history'][number]

/** The condition something was declined for: in the words of the decision, where they were kept with it. */
function DeclinedFor({ event }: { event: Extract<Told, { type: 'decline' }> }): JSX.Element | null {
  if (event.document?.ground) return <StoredGround {...event.document.ground} />
  return event.declinedFor && <Ground {...event.declinedFor} />
}

/** The place of the hall that has the case. */
export function HallNow({ county }: { county: string }): JSX.Element {
  return <Say as="p" k="application:hall-now" values={(language) => ({ place: nameIn(language, countyName(county)) })} />
}

/** What was to be corrected, each with its reason. */
function Asked({ items, labels }: { items: readonly CorrectionItem[]; labels: ReadonlyMap<string, InEvery<string>> }): JSX.Element {
  return (
    <ul>
      {items.map(({ target, reason, words }) => {
        const label = labels.get(target)
        return (
          <li key={target}>
            {label && (
              <>
                <BilingualText words={label} />{' '}
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

/** What happened, in words; what a clerk filed in somebody's name is told as such. */
export function eventWords(event: HistoryEvent): string {
  if (event.type === 'unreadable') return `application:event.${event.was}`
  return 'helped' in event && event.helped ? `application:helped.${event.type}` : `application:event.${event.type}`
}

/** On what ground a clerk acted, and what to do where it was not meant so. */
function OnGround({ event }: { event: HistoryEvent }): JSX.Element | null {
  const ground = event.type === 'help-begin' ? event.ground : 'helped' in event ? event.helped?.ground : undefined
  if (!ground) return null
  return (
    <p className="quiet">
      <Say k={`application:helped.ground.${ground}`} /> {event.type !== 'help-begin' && <Say k="application:helped.not-you" />}
    </p>
  )
}
