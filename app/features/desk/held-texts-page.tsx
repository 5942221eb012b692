import { Fragment } from 'react'
import type { EventText } from '#app/domain/event-text.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import type { Named } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { DeskTable } from '#app/ui/desk-table.tsx'
import { BilingualText, StaffText } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import { County, Moment, StaffName } from './text-parts.tsx'

type Row = { id: string; title: InEvery<string>; county: string; step: Named; at: string | null; damaged: boolean; by: string | null }

type Returned = {
  id: string
  title: InEvery<string>
  county: string
  step: string
  reason: EventText | null
  at: string
  by: string | null
}

type Props = { mode: Mode; at: string; staff: Staff; toRead: readonly Row[]; own: readonly Row[]; returned: readonly Returned[] }

/** Texts of colleagues that wait for somebody to read them, and one’s own that wait or were returned. */
export function HeldTextsPage({ mode, at, staff, toRead, own, returned }: Props): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['held']}>
      <Say as="h1" k="held:list" />
      <Say as="p" className="lead" k={toRead.length === 0 ? 'held:none' : 'held:open'} values={{ count: toRead.length }} />
      <Say as="p" className="quiet" k="held:lead" />
      {returned.length > 0 && (
        <section id="returned">
          <Say as="h2" k="held:returned-list" />
          <ul className="plain-list">
            {returned.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a list that is read once
              <li key={index}>
                <ReturnedText mode={mode} one={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {toRead.length > 0 && <Cases mode={mode} rows={toRead} />}
      {own.length > 0 && (
        <section>
          <Say as="h2" k="held:mine" />
          <Cases mode={mode} rows={own} />
        </section>
      )}
    </DeskPage>
  )
}

/** Returned texts: where, why, and the way to where they stand and are written otherwise. */
function ReturnedText({ mode, one }: { mode: Mode; one: Returned }): JSX.Element {
  return (
    <div className="card">
      <p>
        <strong>
          <BilingualText text={one.title} />
        </strong>{' '}
        <Say className="quiet" k={`desk:do.${one.step}`} />
      </p>
      <p>
        <County code={one.county} /> <Moment at={one.at} /> <StaffName name={one.by} />
      </p>
      {one.reason === null ? <Say as="p" k="held:land" /> : <StaffText {...one.reason} />}
      <p>
        <a className="button second" href={`${paths.deskCase(mode, one.id)}#${one.reason === null ? 'returned-internal' : 'returned'}`}>
          <Say k="held:to-text" />
        </a>
      </p>
    </div>
  )
}

function Cases({ mode, rows }: { mode: Mode; rows: readonly Row[] }): JSX.Element {
  return (
    <DeskTable
      heads={['service', 'place', 'when', 'step', 'by'].map((head) => `held:head.${head}`)}
      rows={rows.map((row, index) => ({
        key: `${row.id} ${index}`,
        cells: [
          <Fragment key="service">
            <a className="text-link" href={paths.deskCase(mode, row.id)}>
              <BilingualText text={row.title} />
            </a>
            {row.damaged && <UnreadableRow table="applications" id={row.id} />}
          </Fragment>,
          <County key="place" code={row.county} />,
          row.at === null ? <Say key="when" className="reason" k="errors:unreadable" /> : <Moment key="when" at={row.at} />,
          <Say key="step" {...row.step} />,
          <StaffName key="by" name={row.by} />,
        ],
      }))}
    />
  )
}
