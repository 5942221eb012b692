import type { HallDetails } from '#app/domain/hall.ts'
import { type InEvery, inEvery } from '#app/domain/language.ts'
import type { LetterEvent } from '#app/domain/letter-event.ts'
import type { Hall } from '#app/domain/staff.ts'
import { joinList } from '#app/i18n/format.ts'
import { departmentName, nameIn } from '#app/i18n/stored-names.ts'
import { hallDetails } from '#app/places/halls.server.ts'
import { administrativeRemedies } from '#app/services/act.ts'
import { lawOf } from '#app/services/index.ts'
import { allHalls } from '#db/halls.server.ts'
import { staffById } from '#db/staff.server.ts'
import { textInEvery } from './submission.ts'

/** The hall of whoever decided, with what is known of it. */
export type DecidingHall = { readonly hall: Hall; readonly details: HallDetails }

/** The hall of the decider; else the one of the county. */
export async function decidingHall({ actor }: LetterEvent, county: string | null): Promise<DecidingHall | undefined> {
  const decider = actor.id === undefined ? undefined : await staffById(actor.id)
  const hall = decider?.hall ?? (await allHalls()).find(({ place }) => place === county)
  return hall && { hall, details: await hallDetails(hall) }
}

/**
 * By what a hall may write in the name of the departments that decide: their mandate in writing, with its number. Only of an administrative
 * act there is a decision; everything else is told. @source fact base 2, 9.2
 */
export function mandateOf(service: string, { details }: Pick<DecidingHall, 'details'>): InEvery<string> | undefined {
  const act = lawOf(service)?.act
  const number = details['mandate-number']?.toString()
  if (!act || !number || !act.remedies.some((one) => administrativeRemedies.some((other) => other === one))) return undefined
  if (!act.decides.every((id) => details.mandated?.includes(id))) return undefined
  return textInEvery('desk:letter.mandate', (language) => ({ departments: departmentsIn(act.decides)[language], number }))
}

const departmentsIn = (ids: readonly string[]): InEvery<string> =>
  inEvery((language) =>
    joinList(
      language,
      ids.map((id) => nameIn(language, departmentName(id))),
    ),
  )

/** Who issues a letter: the departments that decide where the hall has their mandate, else the hall that tells what came of it. */
export const issuerOf = (service: string, mandate: InEvery<string> | undefined, { hall }: DecidingHall): InEvery<string> =>
  mandate ? departmentsIn(lawOf(service)?.act.decides ?? []) : hall.name
