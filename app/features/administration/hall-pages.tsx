import type { Difference } from '#app/cases/differences.ts'
import { onceInput, type Staff } from '#app/domain/staff.ts'
import { languages, type Mode } from '#app/i18n/mode.ts'
import { placeName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { describedBy, Labelled, Notice, TextField } from '#app/ui/account-fields.tsx'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { Conflict, OpenedAt } from '#app/ui/conflict.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { type DeskRow, DeskTable } from '#app/ui/desk-table.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Option } from '#app/ui/option.tsx'
import { PlaceOptions } from '#app/ui/place-options.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import type { HallMove, HallWork } from './hall-work.server.ts'
import { HallFacts, MovePart } from './hall-work-part.tsx'
import type { ListedHall, Told, TypedHall } from './halls.server.ts'
import { type Uncovered, UncoveredPart } from './uncovered-part.tsx'

type Frame = { mode: Mode; at: string; staff: Staff; errors: readonly FieldError[] }

/** The halls, and a form to add one. */
export function HallsPage(
  props: Frame & { halls: readonly ListedHall[]; uncovered: Uncovered; typed: TypedHall; changed: boolean; once: string },
): JSX.Element {
  const { mode, at, staff, halls, uncovered, typed, changed, once, errors } = props
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['account', 'halls', 'places']} switching={{ by: 'form', form: 'edit' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="account:halls.title" />
      {changed && errors.length === 0 && <Notice k="account:changed" />}
      {halls.length === 0 ? (
        <Say as="p" k="account:halls.none" />
      ) : (
        <DeskTable
          heads={['account:hall', 'account:place', 'account:second-factor', 'halls:entered']}
          rows={halls.map((hall) => rowOf(mode, hall))}
        />
      )}
      <UncoveredPart {...uncovered} />
      <Say as="h2" k="account:halls.add" />
      <HallForm action={paths.deskHalls(mode)} once={once} typed={typed} errors={errors} button="account:halls.add-button" />
    </DeskPage>
  )
}

const rowOf = (mode: Mode, { id, name, place, secondFactor, told }: ListedHall): DeskRow => ({
  key: id,
  cells: [
    <a key="hall" className="text-link" href={paths.deskHall(mode, id)}>
      <InModes>{(language) => name[language] || id}</InModes>
    </a>,
    <Say key="place" {...placeName(place)} />,
    <Say key="second-factor" k={secondFactor ? 'account:factor.asked' : 'account:factor.free'} />,
    <Details key="details" mode={mode} id={id} told={told} />,
  ],
})

/** The way to what residents are told of a hall; where that cannot be read, which row it is. */
function Details({ mode, id, told }: { mode: Mode; id: string; told: Told }): JSX.Element {
  return (
    <>
      {told === 'damaged' && (
        <>
          <UnreadableRow table="halls" id={id} />{' '}
        </>
      )}
      <a className="text-link" href={paths.deskHallDetails(mode, id)}>
        <Say k={told === 'nothing' ? 'halls:not-entered' : 'halls:link'} />
      </a>
    </>
  )
}

type HallProps = Frame & {
  hall: ListedHall
  typed: TypedHall | null
  version: string
  /** Where somebody else changed it since the page was opened. */
  differences?: readonly Difference[]
  work: HallWork
  /** What a move to another place comes to, to be confirmed. */
  move?: HallMove | undefined
}

/** The form to change a hall. */
export function HallPage(props: HallProps): JSX.Element {
  const { mode, at, staff, hall, version, work, move, differences = [], errors } = props
  const typed = props.typed ?? { place: hall.place, ...hall.name, secondFactor: hall.secondFactor }
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['account', 'colleagues']} switching={{ by: 'form', form: 'edit' }} script>
      <ErrorSummary errors={errors} />
      <Conflict form="edit" now={paths.deskHall(mode, hall.id)} differences={differences} />
      <InModes as="h1">{(language) => hall.name[language]}</InModes>
      <HallFacts {...work} />
      <HallForm {...{ typed, version, errors, move }} action={paths.deskHall(mode, hall.id)} button="account:save" />
      <p>
        <Details mode={mode} id={hall.id} told={hall.told === 'damaged' ? 'damaged' : 'entered'} />
      </p>
      <p>
        <a className="text-link" href={paths.deskHallClosing(mode, hall.id)}>
          <Say k="colleagues:hall.close.title" />
        </a>
      </p>
      <p>
        <a className="text-link" href={paths.deskHalls(mode)}>
          <Say k="account:halls.back" />
        </a>
      </p>
    </DeskPage>
  )
}

type FormProps = {
  action: string
  typed: TypedHall
  version?: string
  once?: string
  move?: HallMove | undefined
  errors: readonly FieldError[]
  button: string
}

function HallForm({ action, typed, version, once, move, errors, button }: FormProps): JSX.Element {
  const ofPlace = { id: 'place', label: 'account:place', help: 'account:place-help', errors }
  return (
    <DeskForm id="edit" action={action} noValidate className="card">
      {version !== undefined && <OpenedAt version={version} />}
      {once !== undefined && <input type="hidden" name={onceInput} value={once} />}
      <Labelled {...ofPlace}>
        <select id="place" name="place" defaultValue={typed.place} aria-describedby={describedBy(ofPlace)}>
          <PlaceOptions open="account:choose" chosen={typed.place} />
        </select>
      </Labelled>
      {languages.map((language) => (
        <TextField key={language} {...{ id: language, label: `account:halls.${language}`, value: typed[language], errors }} />
      ))}
      <Option inputId="second-factor" type="checkbox" name="second-factor" value="yes" checked={typed.secondFactor}>
        <span className="option-text">
          <Say k="account:factor.asked" />
          <Say className="option-help" k="account:factor.asked-help" />
        </span>
      </Option>
      {move && <MovePart move={move} errors={errors} />}
      <div className="actions">
        <button type="submit" className="button">
          <Say k={button} />
        </button>
      </div>
    </DeskForm>
  )
}
