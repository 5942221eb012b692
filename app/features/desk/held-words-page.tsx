import { Fragment } from 'react'
import type { Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { type Named, serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { DeskTable } from '#app/ui/desk-table.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import { County, Moment, StaffName } from './text-parts.tsx'

type Row = { id: string; service: string; county: string; step: Named; at: string | null; damaged: boolean; by: string | null }

type Props = { mode: Mode; at: string; staff: Staff; toRead: readonly Row[]; own: readonly Row[] }

/** Words of colleagues that wait for somebody to read them, and one's own that wait. */
export function HeldWordsPage({ mode, at, staff, toRead, own }: Props): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['held']}>
      <Say as="h1" k="held:list" />
      <Say as="p" className="lead" k={toRead.length === 0 ? 'held:none' : 'held:open'} values={{ count: toRead.length }} />
      <Say as="p" className="quiet" k="held:lead" />
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

function Cases({ mode, rows }: { mode: Mode; rows: readonly Row[] }): JSX.Element {
  return (
    <DeskTable
      heads={['service', 'place', 'when', 'step', 'by'].map((head) => `held:head.${head}`)}
      rows={rows.map((row, index) => ({
        key: `${row.id} ${index}`,
        cells: [
          <Fragment key="service">
            <a className="text-link" href={paths.deskCase(mode, row.id)}>
              <Say {...serviceName(row.service)} />
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
