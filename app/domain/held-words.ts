import { type Role, wordReaders } from './application.ts'
import type { ApplicationEvent } from './event.ts'
import { landDemandIn } from './land-guard.ts'
import { type Place, practicePlace, province } from './place.ts'
import { heldTextsOf } from './staff-texts.ts'

/** The sentence in which a step would ask the resident to give up land; undefined where it asks nothing like it, or no resident reads it. */
export function landDemandOf(event: ApplicationEvent): string | undefined {
  for (const text of heldTextsOf(event)) {
    const demand = landDemandIn(text)
    if (demand !== undefined) return demand
  }
  return undefined
}

/** Somebody who works on cases: who, in which role, and the place of their hall. */
export type Worker = { readonly id: string; readonly role: Role; readonly place: Place }

/**
 * The place whose people are to read words that wait: that of the county's hall, of the prefecture's where the county has nobody
 * but who wrote them, else the province's. Undefined where there is nobody else at all.
 */
export function placeOfSecondReader(workers: readonly Worker[], county: string, writer: string): Place | undefined {
  const readers = workers.filter(({ id, role }) => id !== writer && wordReaders.some((one) => one === role))
  // Who practises does so in one place, wherever their hall is.
  if (county === practicePlace) return readers.length > 0 ? practicePlace : undefined
  return [county, `${county.slice(0, 4)}00`, province].find((place) => readers.some((one) => one.place === place))
}
