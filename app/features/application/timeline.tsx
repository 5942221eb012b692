import { factsOf } from '#app/cases/life-facts.ts'
import { isLifeStep } from '#app/cases/life-forms.ts'
import { type HistoryEvent, isDecision, reasonOf } from '#app/domain/event.ts'
import type { EventText } from '#app/domain/event-text.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { CitedSource } from '#app/domain/verdict.ts'
import { type CorrectionItem, isReminder } from '#app/domain/worded-step.ts'
import { formatDay } from '#app/i18n/format.ts'
import { countyName, nameIn } from '#app/i18n/stored-names.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Remedies } from '#app/ui/remedies.tsx'
import { BilingualText, Ground, ResidentText, StaffText, StoredGround } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'

/** The events shown to the resident, and the texts of their targets. */
export type TimelineProps = {
  /** Each with its day, the condition it names, and the names of what it asks for. */
  history: readonly (HistoryEvent & {
    day: string | null
    declinedFor: { says: InEvery<string>; sources: readonly CitedSource[] } | null
    names: readonly InEvery<string>[]
  })[]
}

/** All that happened to an application, first things first. */
export function Timeline({ history }: TimelineProps): JSX.Element {
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
              <Say k={eventText(event)} />
            </strong>{' '}
            {event.type === 'unreadable' && <UnreadableRow table="events" id={event.id} />}
          </p>
          <OnGround event={event} />
          {event.type === 'decline' && <DeclinedFor event={event} />}
          {event.type === 'ask-correction' && <Asked items={event.items} names={event.names} />}
          {event.type === 'ask-correction' && event.until && <Until day={event.until} />}
          <Facts facts={factsOf(event)} />
          {isLifeStep(event.type) && 'reason' in event && !isDecision(event) && <Reason of={event.reason} />}
          {isDecision(event) && <Reason of={reasonOf(event)} />}
          {isDecision(event) && event.document?.remedies && <Remedies {...event.document.remedies} />}
          {event.type === 'remind' && <Until day={event.until} />}
          {event.type === 'hand-over' && <HallNow county={event.to} />}
          {event.type === 'resubmit' && event.words && <ResidentText {...event.words} />}
          {event.type === 'ask-hall' && <ResidentText {...event.text} />}
          {event.type === 'rate' && event.words && <ResidentText {...event.words} />}
          {event.type === 'answer-rating' && <StaffText {...event.words} />}
        </li>
      ))}
    </ol>
  )
}

const Reason = ({ of }: { of: EventText | undefined }) => of && <StaffText {...of} />

type Told = TimelineProps['history'][number]

function Until({ day }: { day: string }): JSX.Element {
  return <Say as="p" className="quiet" k="application:correct.until-day" values={(language) => ({ day: formatDay(language, day) })} />
}

/** The condition something was declined for: in the words of the decision, where they were stored with it. */
function DeclinedFor({ event }: { event: Extract<Told, { type: 'decline' }> }): JSX.Element | null {
  if (event.document?.ground) return <StoredGround {...event.document.ground} />
  return event.declinedFor && <Ground {...event.declinedFor} />
}

/** The place of the hall that has the case. */
export function HallNow({ county }: { county: string }): JSX.Element {
  return <Say as="p" k="application:hall-now" values={(language) => ({ place: nameIn(language, countyName(county)) })} />
}

/** What was to be corrected, each with its reason. */
function Asked({ items, names }: { items: readonly CorrectionItem[]; names: readonly InEvery<string>[] }): JSX.Element {
  return (
    <ul>
      {items.map(({ target, reason, words: text, still }, index) => {
        const name = names[index]
        return (
          <li key={target}>
            {name && (
              <strong>
                <BilingualText text={name} />
              </strong>
            )}{' '}
            <Say className="quiet" k={`application:reason.${reason}`} />
            {still && <Say as="p" className="quiet" k="application:correct.still" />}
            {text && <StaffText {...text} />}
          </li>
        )
      })}
    </ul>
  )
}

/** What happened, in words; what a clerk filed in somebody's name is told as such. */
export function eventText(event: HistoryEvent): string {
  if (event.type === 'unreadable') return `application:event.${event.was}`
  if (event.type === 'ask-correction' && isReminder(event)) return 'application:event.reminder'
  if (event.type === 'resubmit' && event.changed.length === 0 && event.words)
    return `application:${event.helped ? 'helped' : 'event'}.explained`
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
