import type { Day } from '#app/domain/day.ts'
import { isLocal } from '#app/domain/decision.ts'
import { type InEvery, inEvery } from '#app/domain/language.ts'
import type { CitedSource } from '#app/domain/verdict.ts'
import { citation, conditionName, departmentName, type Named, nameIn } from '#app/i18n/stored-names.ts'
import { conditionsOn, lawOf, serviceById } from '#app/services/index.ts'
import { type Instrument, type InstrumentId, instruments } from '#app/services/instruments.ts'
import { retiredOf } from '#app/services/retired.ts'
import type { Submission } from './submission.ts'

/** A name in both languages. */
export const bothOf = (name: Named): InEvery<string> => inEvery((language) => nameIn(language, name))

/** What a condition asks, as far as it is known now. */
export const conditionSays = (service: string, condition: string): InEvery<string> => bothOf(conditionName(service, condition))

/** What a condition asks, and whether the locality decides it, as far as that is known now. */
export function conditionNow(service: string, condition: string, asOf: Day): { readonly says?: InEvery<string>; readonly local?: boolean } {
  if (conditionName(service, condition).k === 'retired:unknown') return {}
  const known = conditionsOn(service, asOf).find(({ id }) => id === condition)
  return { says: conditionSays(service, condition), ...(known ? { local: isLocal(known) } : {}) }
}

/** Who is in charge of a service: as it was when something was submitted for it; where that was not stored as it is now, else as it was when the service went. */
export function inCharge(service: string, submission: Pick<Submission, 'departments'> | undefined): readonly InEvery<string>[] {
  if (submission?.departments) return submission.departments
  const known = serviceById(service)?.departments ?? retiredOf('services', service)?.departments ?? []
  return known.map((id) => bothOf(departmentName(id)))
}

/** Who decides on a service: as it is, or was when it went; where that is not known, who was in charge. */
export function deciding(service: string, submission: Pick<Submission, 'departments'> | undefined): readonly InEvery<string>[] {
  return lawOf(service)?.act.decides.map((id) => bothOf(departmentName(id))) ?? inCharge(service, submission)
}

/** How a place in an instrument is cited: as it was stored, else as its instrument is called now. */
export function citationOf(source: CitedSource): InEvery<string> {
  const instrument: Instrument | undefined = instruments[source.instrument as InstrumentId]
  return source.cited ?? inEvery((language) => citation(language, source, instrument?.number))
}
