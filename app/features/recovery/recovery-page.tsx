import type { CardKind, RecoveryKind, RecoveryState, RecoveryWay } from '#app/domain/recovery.ts'
import type { Staff } from '#app/domain/staff.ts'
import { formatMoment } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { nameIn, placeName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { Person } from '#app/ui/person.tsx'
import { CodeSlip, PinScreen, RecoverySteps } from './recovery-parts.tsx'

/** What may be done with a request now. */
export type MayDo = { confirm: boolean; phone: boolean; screen: boolean; code: boolean; leave: boolean }

type Props = {
  mode: Mode
  at: string
  staff: Staff
  id: string
  kind: RecoveryKind
  way: RecoveryWay
  confirmPlace: string
  /** `gone`: the folder was deleted meanwhile, or cannot be read. */
  state: RecoveryState | 'gone'
  name: string | null
  card: { kind: CardKind; digits: string } | null
  by: string | null
  confirmedBy: string | null
  at0: string
  until: string
  may: MayDo
  /** Does it wait for a colleague where there is none any more? */
  alone: boolean
  code: string | null
  address: string | null
  minutes: number
  errors?: readonly FieldError[]
  /** The token of the screen for the PIN, where one was just opened. */
  join?: string | null
  origin?: string
}

/** A request to give a lost PIN or code back: where it stands, and what can be done now. */
export function RecoveryPage(props: Props): JSX.Element {
  const { mode, at, staff, id, kind, way, confirmPlace, state, name, card, by, confirmedBy, at0, until, may, alone, code, address } = props
  const { minutes, errors = [], join = null } = props
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['recovery']} script>
      <div className="no-print">
        <IconLink href={paths.recoveries(mode)} icon="arrow-left" k="recovery:list.title" />
        <ErrorSummary errors={errors} />
        <Say as="h1" k={`recovery:title.${kind}`} />
        <p className="lead">
          <Person name={name} />
        </p>
        <div className="notice" role="status">
          <Say
            as="p"
            k={may.confirm ? 'recovery:state.yours' : state === 'waiting' ? `recovery:state.waiting-${way}` : `recovery:state.${state}`}
            values={(language) => ({ place: nameIn(language, placeName(confirmPlace)), until: formatMoment(language, until) })}
          />
          {alone && <Say as="p" k="recovery:alone" />}
        </div>
        {may.leave && !may.confirm && <IconLink href={paths.recovery(mode, id)} icon="rotate-ccw" k="recovery:look-again" />}
        <dl className="table-of-facts">
          {card && (
            <div>
              <dt>
                <Say k="recovery:card.label" />
              </dt>
              <dd>
                <Say k={`recovery:card.options.${card.kind}`} /> <span className="code">{card.digits}</span>
              </dd>
            </div>
          )}
          <div>
            <dt>
              <Say k="recovery:asked-by" />
            </dt>
            <dd>
              {by === null ? <Say k="desk:case.unknown-staff" /> : <Typed>{by}</Typed>}{' '}
              <InModes className="quiet">{(language) => formatMoment(language, at0)}</InModes>
            </dd>
          </div>
          {confirmedBy !== null && (
            <div>
              <dt>
                <Say k={state === 'refused' ? 'recovery:refused-by' : 'recovery:confirmed-by'} />
              </dt>
              <dd>
                <Typed>{confirmedBy}</Typed>
              </dd>
            </div>
          )}
        </dl>
      </div>
      {join !== null && <PinScreen mode={mode} join={join} minutes={minutes} origin={props.origin ?? ''} />}
      <RecoverySteps {...{ mode, id, may, errors }} isAgain={join !== null} />
      {code !== null && <CodeSlip code={code} address={address} />}
    </DeskPage>
  )
}
