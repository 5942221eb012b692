import type { Value } from '#app/domain/fields/field.ts'
import { valueKey } from '#app/domain/form.ts'
import { parsePhone } from '#app/domain/identity.ts'
import { parseName } from '#app/domain/person-name.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { type Peopled, withPerson } from '#app/forms/members.ts'
import { isGuardian, keyName } from '#app/forms/relatives.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

/** An adult who applies for a household that lists none, as typed. @source fact base 2, 2.6 */
export type TypedAdult = { readonly name: string; readonly relation: string; readonly phone: string }

/** The inputs of one. */
export const adultInputs = { name: 'adult-name', relation: 'adult-relation', phone: 'adult-phone' } as const

/** What was typed of one. */
export function adultIn(form: FormValues): TypedAdult {
  const of = (name: string) => String(form.get(name) ?? '').slice(0, 400)
  return { name: of(adultInputs.name), relation: of(adultInputs.relation), phone: of(adultInputs.phone) }
}

/** Why an adult is not named; empty where they are. */
export function adultErrors({ name, relation, phone }: TypedAdult): FieldError[] {
  const [named, dialled] = [parseName(name), parsePhone(phone)]
  const errors: FieldError[] = []
  if (!named.ok)
    errors.push({ key: `errors:field.${named.error}`, field: adultInputs.name, ...(named.values ? { values: named.values } : {}) })
  if (!isGuardian(relation)) errors.push({ key: 'errors:apply.relation', field: adultInputs.relation })
  if (!dialled.ok)
    errors.push({
      key: dialled.error === 'phone-required' ? 'errors:apply.phone' : `errors:field.${dialled.error}`,
      field: adultInputs.phone,
    })
  return errors
}

/** The household with that adult as a member, called as the child calls them, and what is known of them for the form. */
export function withAdult(people: Peopled, typed: TypedAdult): { peopled: Peopled; applicant: string; values: Record<string, Value> } {
  const peopled: Peopled = isGuardian(typed.relation) ? withPerson(people, keyName(typed.relation)) : people
  const applicant = peopled.members.at(-1)?.id ?? ''
  const [name, phone] = [parseName(typed.name), parsePhone(typed.phone)]
  return {
    ...{ peopled, applicant },
    values: {
      ...(name.ok ? { [valueKey({ block: 'person', subject: applicant }, 'name')]: name.value } : {}),
      ...(phone.ok ? { [valueKey({ block: 'contact', subject: 'home' }, 'phone')]: phone.value } : {}),
    },
  }
}
