import type { ReactNode } from 'react'
import { type HallDetails, namesServices, type PublicHall, type Receivers } from '#app/domain/hall.ts'
import { dialledOf } from '#app/domain/office-phone.ts'
import { joinList } from '#app/i18n/format.ts'
import { hoursOf, lacksAddress, linesToGoBy, optionTexts, ownOf } from '#app/i18n/hall-text.ts'
import { text } from '#app/i18n/messages.ts'
import { type Language, sourceLanguage } from '#app/i18n/mode.ts'
import { countyName, nameIn, placeName, serviceName } from '#app/i18n/stored-names.ts'
import { InModes, Say } from './bilingual-text.tsx'
import { Icon } from './icon.tsx'

/** Everything residents are told of a hall; what was not entered is not there. Its name, unless that stands above already. */
export function HallFacts({ hall: { name, details }, isNamed = false }: { hall: PublicHall; isNamed?: boolean }): JSX.Element {
  const { coordinates } = details
  return (
    <div className="hall">
      {!isNamed && (
        <p>
          <strong>
            <InModes>{(language) => name[language]}</InModes>
          </strong>
        </p>
      )}
      <dl className="table-of-facts">
        <Own of="address" details={details} />
        <Own of="way" details={details} />
        <Fact of="coordinates" if={coordinates}>
          <a className="text-link" href={`geo:${coordinates}`}>
            {coordinates}
          </a>
        </Fact>
        <Fact of="phone" if={details.phone}>
          <Phone details={details} />
        </Fact>
        <Fact of="hours" if={details.morning ?? details.afternoon}>
          <InModes>{(language) => hoursOf(details, language)}</InModes>
        </Fact>
        <Several of="closed" details={details} />
        <Own of="note" details={details} />
        <Fact of="appointment" if={details.appointment}>
          <Appointment details={details} />
        </Fact>
        <Several of="speaks" details={details} />
        <Several of="step-free" details={details} />
        <Several of="departments" details={details} />
        <Several of="services" details={details} />
      </dl>
      {lacksAddress(details) && <Say as="p" className="quiet" k="halls:shown.no-address" />}
    </div>
  )
}

/** A hall on paper, or where there is little room: its name and its lines. */
export function HallLines({ hall: { name, details }, isBrief = false }: { hall: PublicHall; isBrief?: boolean }): JSX.Element {
  return (
    <div className="hall">
      <InModes as="p">{(language) => name[language]}</InModes>
      {linesToGoBy(details, isBrief).map((line) => (
        <InModes as="p" key={line[sourceLanguage]}>
          {(language) => line[language]}
        </InModes>
      ))}
    </div>
  )
}

/** How much of a hall is told: as a table, as lines for paper, or the least. */
type Shown = 'table' | 'lines' | 'brief'
type PartProps = { receivers: Receivers | null; as?: Shown; none?: ReactNode }

/** Who receives what is handed in for a county: its hall, the one of a larger place, or nobody yet; `none`: where to go then. */
export function ReceivedBy({ receivers, as = 'table', none }: PartProps): JSX.Element | null {
  if (!receivers) return null
  const { county, halls, unsaid } = receivers
  const [first] = halls
  const isElsewhere = first !== undefined && first.place !== county
  return (
    <div className="received-by" data-county={county}>
      {first === undefined ? (
        <>
          <Say
            as="p"
            className="notice"
            k="halls:received.nobody"
            values={(language) => ({ county: nameIn(language, countyName(county)) })}
          />
          {none}
        </>
      ) : (
        <Say
          as="p"
          k={isElsewhere ? 'halls:received.elsewhere' : 'halls:received.by'}
          values={(language) => ({
            county: nameIn(language, countyName(county)),
            place: nameIn(language, placeName(first.place)),
          })}
        />
      )}
      {halls.map((hall) => (
        <div key={hall.id}>
          {as === 'table' ? <HallFacts hall={hall} /> : <HallLines hall={hall} isBrief={as === 'brief'} />}
          {namesServices(hall) && <Unsaid services={unsaid} />}
        </div>
      ))}
    </div>
  )
}

/** What a hall that names what it takes does not name: it may not be sent there unasked. @source fact base 2, 7.4 */
function Unsaid({ services }: { services: readonly string[] }): JSX.Element | null {
  if (services.length === 0) return null
  const names = (language: Language) => services.map((service) => nameIn(language, serviceName(service)))
  return (
    <Say as="p" className="notice" k="halls:received.unsaid" values={(language) => ({ services: joinList(language, names(language)) })} />
  )
}

function Fact({ of, if: value, children }: { of: string; if: unknown; children: ReactNode }): JSX.Element | null {
  if (!value) return null
  return (
    <div>
      <dt>
        <Say k={`halls:shown.${of}`} />
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What stands there in each language. */
function Own({ of, details }: { of: string; details: HallDetails }): JSX.Element {
  return (
    <Fact of={of} if={ownOf(details, of, sourceLanguage)}>
      <InModes>{(language) => ownOf(details, of, language)}</InModes>
    </Fact>
  )
}

/** What was ticked. */
function Several({ of, details }: { of: string; details: HallDetails }): JSX.Element | null {
  const keys = optionTexts(details, of)
  return (
    <Fact of={of} if={keys.length > 0}>
      <InModes>
        {(language) =>
          joinList(
            language,
            keys.map((key) => text(language, key)),
          )
        }
      </InModes>
    </Fact>
  )
}

function Phone({ details: { phone } }: { details: HallDetails }): JSX.Element {
  return (
    <a className="text-link number" href={`tel:${dialledOf(String(phone))}`}>
      {phone}
    </a>
  )
}

/** Whether one has to make an appointment: a mark that is not missed. */
function Appointment({ details: { appointment } }: { details: HallDetails }): JSX.Element {
  if (appointment !== 'needed') return <Say k={`halls:fields.appointment.options.${appointment}`} />
  return (
    <strong>
      <Icon name="clock" />
      <Say k="halls:fields.appointment.options.needed" />
    </strong>
  )
}
