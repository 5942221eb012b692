import { z } from 'zod'
import { withoutInvisible } from './characters.ts'
import { asciiDigits } from './digits.ts'
import type { InEvery } from './language.ts'
import { covers, type Place, practicePlace, province } from './place.ts'

/** What residents need to know of a hall, by the ids of the fields of its form: `forms/hall-form.ts`. What is not entered is not there. */
export type HallDetails = Readonly<Record<string, string | readonly string[]>>

const details = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** The details of a hall as they are stored; none where none were entered. @throws where they are not valid */
export function parseHallDetails(stored: string | null): HallDetails {
  return stored === null ? {} : details.parse(JSON.parse(stored))
}

/** A hall as residents see it. */
export type PublicHall = { readonly id: string; readonly place: string; readonly name: InEvery<string>; readonly details: HallDetails }

/**
 * Who receives what is handed in for a county: the halls of the narrowest place that has any; none where no hall sees it. `unsaid`: of the
 * services meant, those that none of them names.
 */
export type Receivers = { readonly county: string; readonly halls: readonly PublicHall[]; readonly unsaid: readonly string[] }

/** Does the record of a hall name what it takes? Only then does it leave something out. */
export const namesServices = ({ details }: PublicHall): boolean => (details.services?.length ?? 0) > 0

/**
 * The halls that receive applications from a county: its own, else those of its prefecture, else of the province. Of several, for each
 * service those that name it, and all of them where none does; all of them too where no service is meant.
 */
export function receiversOf(all: readonly PublicHall[], county: string, services: readonly string[] = []): Receivers {
  const place = receivingPlaces(county).find((one) => covers(one, county) && all.some((hall) => hall.place === one))
  const halls = all.filter((hall) => hall.place === place)
  const names = ({ details }: PublicHall, service: string) => details.services?.includes(service) === true
  const unsaid = [...new Set(services)].filter((service) => !halls.some((hall) => names(hall, service)))
  if (services.length === 0 || unsaid.length > 0) return { county, halls, unsaid }
  return { county, halls: halls.filter((hall) => services.some((service) => names(hall, service))), unsaid }
}

/** The places whose halls receive applications from a county, the first that has one: the county, its prefecture, the province. */
export const receivingPlaces = (county: string): readonly Place[] =>
  county === practicePlace ? [] : [county, `${county.slice(0, 4)}00`, province]

/** Does any hall receive, as far as is known? Null: no county is known, or it is practice. */
export const isReceived = (receivers: Receivers | null): boolean => receivers === null || receivers.halls.length > 0

/** Does a hall of the county itself receive? */
export const isReceivedThere = ({ county, halls }: Receivers): boolean => halls[0]?.place === county

/** What was typed, in ASCII digits and without full-width signs. */
const plainly = (typed: string) => asciiDigits(withoutInvisible(typed)).normalize('NFKC').trim()

/** A span of a day as it is stored, `9:00–12:00`, of what was typed in any usual way; undefined where it is none. */
export function parseSpan(typed: string): string | undefined {
  const found = /^(\d{1,2})(?:[:：点.](\d{2}))?\s*[-–—~～至到]+\s*(\d{1,2})(?:[:：点.](\d{2}))?$/u.exec(plainly(typed))
  if (!found) return undefined
  const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = found
  const [from, to] = [minutes(fromHour, fromMinute), minutes(toHour, toMinute)]
  if (Number(fromMinute) > 59 || Number(toMinute) > 59 || to > 24 * 60 || from >= to) return undefined
  return `${Number(fromHour)}:${fromMinute}–${Number(toHour)}:${toMinute}`
}

const minutes = (hour: string, minute: string) => Number(hour) * 60 + Number(minute)

/** Does one span begin when the other has ended? */
export function isAfter(later: string, earlier: string): boolean {
  const [begins = '', ends = ''] = [later.split('–')[0], earlier.split('–')[1]]
  const at = (time: string) => minutes(time.split(':')[0] ?? '', time.split(':')[1] ?? '')
  return at(begins) >= at(ends)
}

/** A point in Qinghai as it is stored, `36.6171,101.7782`: latitude, longitude. Undefined where it is none. */
export function parseCoordinates(typed: string): string | undefined {
  const found = /^(\d{1,3}\.\d+)\s*[,，\s]\s*(\d{1,3}\.\d+)$/u.exec(plainly(typed))
  const [one, other] = [Number(found?.[1]), Number(found?.[2])]
  // Maps name the two in either order; no point of Qinghai is right in both.
  const [latitude, longitude] = one < other ? [one, other] : [other, one]
  return latitude >= 31 && latitude <= 40 && longitude >= 89 && longitude <= 104 ? `${latitude},${longitude}` : undefined
}
