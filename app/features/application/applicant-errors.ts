import type { Folder } from '#app/cases/folder.ts'
import type { Day } from '#app/domain/day.ts'
import type { FormStep } from '#app/domain/form.ts'
import { applicantFault } from '#app/forms/applicant.ts'
import type { DraftApplication } from '#app/forms/application-form.ts'
import { inputName } from '#app/forms/inputs.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

/** Why the step that says who applies is refused: whoever does is too young for what is applied for, as it is known only now. */
export function applicantErrors(
  folder: Folder,
  wanted: readonly DraftApplication[],
  { block, subject }: FormStep,
  asOf: Day,
): FieldError[] {
  if (block !== 'person' || subject !== folder.applicant) return []
  const services = wanted.map(({ service }) => service)
  const fault = applicantFault(folder, subject, services, asOf)
  return fault ? [{ key: `errors:apply.applicant-${fault}`, field: inputName({ id: 'birth-date' }) }] : []
}
