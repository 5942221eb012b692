import type { EventText } from '#app/domain/event-text.ts'
import type { InEvery } from '#app/domain/language.ts'
import { scoreRange } from '#app/domain/rating.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { DeskTable } from '#app/ui/desk-table.tsx'
import { More } from '#app/ui/more.tsx'
import { BilingualText, ResidentText } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import { County, Moment } from './text-parts.tsx'

type Row = { id: string; title: InEvery<string>; county: string; score: number | null; text: EventText | null; at: string | null } & {
  /** The id of the event where it cannot be read. */
  unreadable: string | null
}

type Props = { mode: Mode; at: string; staff: Staff; count: number; rows: readonly Row[]; more: string | null }

/** Low ratings that wait for an answer, the oldest first. Only an answer closes one. */
export function RatingsPage({ mode, at, staff, count, rows, more }: Props): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['ratings']}>
      <Say as="h1" k="ratings:title" />
      <Say as="p" className="lead" k={count === 0 ? 'ratings:none' : 'ratings:open'} values={{ count }} />
      <Say as="p" className="quiet" k="ratings:lead" />
      {rows.length > 0 && (
        <DeskTable
          heads={['service', 'place', 'when', 'score', 'text'].map((head) => `ratings:head.${head}`)}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <a key="service" className="text-link" href={paths.rating(mode, row.id)}>
                <BilingualText text={row.title} />
              </a>,
              <County key="place" code={row.county} />,
              row.at !== null && <Moment key="when" at={row.at} />,
              row.score !== null && <Stars key="score" score={row.score} />,
              row.unreadable ? (
                <UnreadableRow key="text" table="events" id={row.unreadable} />
              ) : row.text ? (
                <ResidentText key="text" {...row.text} />
              ) : (
                <Say key="text" className="quiet" k="ratings:no-text" />
              ),
            ],
          }))}
        />
      )}
      <More href={more} />
    </DeskPage>
  )
}

/** A score: as stars, and as text for screen readers. */
export function Stars({ score }: { score: number }): JSX.Element {
  return (
    <>
      <span className="stars" aria-hidden="true">
        {'★'.repeat(score) + '☆'.repeat(scoreRange[1] - score)}
      </span>{' '}
      <Say k={`application:rate.scores.${score}`} />
    </>
  )
}
