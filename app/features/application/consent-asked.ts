import { lackingConsents, neededConsents } from '#app/cases/consent.ts'
import type { Consent, Folder } from '#app/cases/folder.ts'
import type { Day } from '#app/domain/day.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { memberOf } from '#app/forms/members.ts'
import type { TypedAdult } from './named-adult.ts'
import type { Choice, ChosenService } from './start-choices.ts'

/** What is agreed to before anything is stored, for what, and by whom: an adult who is named, where the household lists none. */
export type ConsentAsked = {
  readonly kinds: readonly Consent['kind'][]
  readonly agreed: readonly string[]
  readonly services: readonly { readonly service: string; readonly name: string | null }[]
  readonly adult: TypedAdult | null
}

type Beginning = {
  readonly folder: Folder
  /** What was applied for in it before. */
  readonly before: readonly ChosenService[]
  readonly choice: Choice
  readonly adult: TypedAdult | null
}

/** What has to be agreed to for what was chosen, and what is. Who applies for the same again agreed to it before. */
export function consentAsked(form: FormValues, { folder, before, choice, adult }: Beginning, asOf: Day): ConsentAsked {
  const { peopled, wanted } = choice
  const numbered = wanted.map((one, index) => ({ ...one, number: index + 1 }))
  const isAgain = wanted.every(({ service, member }) => before.some((one) => one.service === service && one.member === member))
  const kinds = (isAgain ? lackingConsents : neededConsents)(folder, numbered, asOf)
  return {
    kinds,
    // What does not apply is agreed to by nobody.
    agreed: kinds.filter((kind) => form.getAll('agree').includes(kind)),
    services: wanted.map(({ service, member }) => ({ service, name: memberOf(peopled, member ?? '')?.name ?? null })),
    adult,
  }
}
