import { conditionName, departmentName, type Named, nameIn } from '#app/i18n/stored-names.ts'
import { serviceById } from '#app/services/index.ts'
import { retiredOf } from '#app/services/retired.ts'
import { type Bilingual, inBoth, type Submission } from './submission.ts'

/** A name in both languages. */
export const bothOf = (name: Named): Bilingual => inBoth((language) => nameIn(language, name))

/** What a condition asks, as far as it is known now. */
export const conditionSays = (service: string, condition: string): Bilingual => bothOf(conditionName(service, condition))

/** Who is in charge of a service: as it is now; of one that went, as it was when something was submitted for it, else as it was when it went. */
export function inCharge(service: string, submission: Pick<Submission, 'departments'> | undefined): readonly Bilingual[] {
  const known = serviceById(service)?.departments
  if (!known && submission?.departments) return submission.departments
  return (known ?? retiredOf('services', service)?.departments ?? []).map((id) => bothOf(departmentName(id)))
}
