import { isOpenRecovery, type RecoveryKind, type RecoveryState, type RecoveryWay } from '#app/domain/recovery.ts'
import type { Staff } from '#app/domain/staff.ts'
import { formatMoment } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { DeskTable } from '#app/ui/desk-table.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'

/** `isToConfirm`: does it wait for whoever reads this? */
type Row = { id: string; isToConfirm: boolean } & (Whole | { isDamaged: true })
type Whole = {
  isDamaged: false
  kind: RecoveryKind
  way: RecoveryWay
  state: RecoveryState | 'gone'
  name: string | null
  by: string | null
  on: string
}

/** Lost PINs and codes: what waits for whoever reads this comes first. */
export function RecoveriesPage({ mode, at, staff, rows }: { mode: Mode; at: string; staff: Staff; rows: readonly Row[] }): JSX.Element {
  const sorted = [...rows.filter(({ isToConfirm }) => isToConfirm), ...rows.filter(({ isToConfirm }) => !isToConfirm)]
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['recovery']}>
      <Say as="h1" k="recovery:list.title" />
      <Say as="p" className="lead" k="recovery:list.lead" />
      {rows.length === 0 ? (
        <Say as="p" className="notice" k="recovery:list.none" />
      ) : (
        <DeskTable
          heads={['who', 'what', 'state', 'by', 'on'].map((head) => `recovery:head.${head}`)}
          rows={sorted.map((row) => (row.isDamaged ? damagedRow(row) : wholeRow(mode, row)))}
        />
      )}
      <IconLink href={paths.people(mode)} icon="search" k="people:title" />
    </DeskPage>
  )
}

/** Of a row that cannot be read, which it is: whoever keeps the data sees to it. */
const damagedRow = ({ id }: Row) => ({
  key: id,
  cells: [<UnreadableRow key="who" table="recoveries" id={id} />, '', '', '', ''],
  quiet: true,
})

const wholeRow = (mode: Mode, { id, kind, state, name, by, on, isToConfirm }: Row & Whole) => ({
  key: id,
  cells: [
    <a key="who" className="text-link" href={paths.recovery(mode, id)}>
      {name === null ? <Say k="recovery:short.gone" /> : <MemberName name={name} />}
    </a>,
    <Say key="what" k={`recovery:kind.short.${kind}`} />,
    <Say key="state" className={isToConfirm ? 'reason' : undefined} k={isToConfirm ? 'recovery:list.yours' : `recovery:short.${state}`} />,
    by === null ? <Say key="by" k="desk:case.unknown-staff" /> : <Typed key="by">{by}</Typed>,
    <InModes key="on">{(language) => formatMoment(language, on)}</InModes>,
  ],
  quiet: state === 'gone' || !isOpenRecovery(state),
})
