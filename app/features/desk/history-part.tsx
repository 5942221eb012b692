import { languageOfText } from '#app/cases/free-text.ts'
import { isStaffRole } from '#app/domain/staff.ts'
import { formatDay } from '#app/i18n/format.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { BilingualText, FreeText, ResidentText, StaffText } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import type { Line } from './history.server.ts'
import { County, Moment, StaffName } from './text-parts.tsx'

/** All that happened to a case. */
export type HistoryProps = { history: readonly Line[] }

/** The whole history, first things first: who, when, what. */
export function History({ history }: HistoryProps): JSX.Element {
  return (
    <section className="wide" aria-labelledby="history">
      <Say as="h2" id="history" k="desk:case.history" />
      <HistoryLines history={history} />
    </section>
  )
}

/** Events of a case, one a line. */
export function HistoryLines({ history }: HistoryProps): JSX.Element {
  return (
    <ol className="plain-list timeline">
      {history.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows
        <li key={index}>
          <p>
            {line.at !== null && <Moment at={line.at} />} <LineWho line={line} />{' '}
            {line.key !== null && (
              <strong>
                <Say k={line.key} values={line.values} />
              </strong>
            )}{' '}
            {line.unreadable !== undefined && <UnreadableRow table="events" id={line.unreadable} />}
            <LineDetails line={line} />
          </p>
          <LineText line={line} />
          {line.lapsed && <Say as="p" className="reason" k="desk:event.text-lapsed" />}
        </li>
      ))}
    </ol>
  )
}

/** What was said in it: about which fields and papers, and in which words. */
export function LineText({ line: { items, again, until, facts, text, role } }: { line: Line }): JSX.Element {
  return (
    <>
      {items.length > 0 && <Items items={items} />}
      {again && (
        <p>
          <Say k="desk:event.again" /> <FreeText text={again} language={languageOfText(again)} />
        </p>
      )}
      {until && <Say as="p" k="desk:event.until" values={(reader) => ({ day: formatDay(reader, until) })} />}
      <Facts facts={facts} />
      {text && (role === 'resident' ? <ResidentText {...text} /> : <StaffText {...text} />)}
    </>
  )
}

/** Who it was, and in which role; nothing where that cannot be read. */
export function LineWho({ line: { role, by } }: { line: Line }): JSX.Element | null {
  if (role === null) return null
  if (!isStaffRole(role)) return <Say k={`desk:case.${role}`} />
  return (
    <>
      <StaffName name={by} /> <Say className="quiet" k={`desk:role.${role}`} />
    </>
  )
}

/** What else it was about: a condition and how it was judged, a ground, a county, whom it was given to. */
export function LineDetails({ line: { condition, ground, truth, to, from, county } }: { line: Line }): JSX.Element {
  return (
    <>
      {condition && <BilingualText text={condition} />} {truth && <Say k={`desk:case.judge.${truth}`} />}
      {ground && <Say className="quiet" k={`counter:ground.options.${ground}`} />}
      {county && <County code={county} />}
      {to === null && <Say k="desk:event.to-nobody" />}
      {from !== undefined && <StaffName name={from === '' ? null : from} />}
      {typeof to === 'string' && from === undefined && (
        <>
          <Say k="desk:event.to" /> <StaffName name={to === '' ? null : to} />
        </>
      )}
    </>
  )
}

function Items({ items }: Pick<Line, 'items'>): JSX.Element {
  return (
    <ul>
      {items.map(({ label, reason, text, still }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was asked for never changes
        <li key={index}>
          <BilingualText text={label} /> {reason && <Say className="quiet" k={`application:reason.${reason}`} />}{' '}
          {still && <Say className="quiet" k="desk:correct.still" />}
          {text && <StaffText {...text} />}
        </li>
      ))}
    </ul>
  )
}
