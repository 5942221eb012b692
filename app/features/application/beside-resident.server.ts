import type { RequestContext } from '#app/access/request-context.server.ts'
import { type Difference, typedOnBoth } from '#app/cases/differences.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { sharedSession, typedInSharedSession } from '#app/cases/shared-session.server.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import { type FormField, type FormStep, valueKey } from '#app/domain/form.ts'
import { sortInputs } from '#app/domain/shared-inputs.ts'
import type { DraftApplication } from '#app/forms/application-form.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { inputName, inputNames, typedFrom } from '#app/forms/inputs.ts'
import { sentInputs } from '#app/forms/shown-inputs.ts'
import { keepOther } from '#app/ui/conflict.tsx'

/**
 * What a clerk's form comes to beside what the resident typed on their own screen since it was shown: an answer to what the clerk left as it
 * was is taken; where both changed a field, both are shown before anything is saved. `keep`: the fields in which the clerk chose the resident's.
 */
export function besideResident(
  { actor, today }: RequestContext,
  { step, wanted }: { readonly step: FormStep; readonly wanted: readonly DraftApplication[] },
  { folder }: OpenFolder,
  form: FormValues,
): { readonly typed: Readonly<Record<string, TypedField>>; readonly differences: readonly Difference[] } {
  const own = (field: FormField) => typedFrom(form, field, inputName(field))
  const allOf = (typedOf: (field: FormField) => TypedField) => Object.fromEntries(step.fields.map((field) => [field.id, typedOf(field)]))
  const state = actor.by === 'clerk' ? sharedSession(actor.assisted.id) : undefined
  if (state?.place !== `apply/step/${step.block}/${step.subject}`) return { typed: allOf(own), differences: [] }
  const answers = Object.entries(state.values).filter(([, { by }]) => by === 'resident')
  const { both, moved } = sortInputs(sentInputs(form), (name) => answers.find(([of]) => of === name)?.[1], 'clerk')
  const chosen = String(form.get(keepOther) ?? '').split(' ')
  const isAmong = (field: FormField, names: readonly string[]) => inputNames(field, inputName(field)).some((name) => names.includes(name))
  const answered = (field: FormField, names?: readonly string[]) => {
    const values = Object.fromEntries(answers.filter(([name]) => names === undefined || names.includes(name)))
    return typedInSharedSession({ ...state, values }, inputName(field), own(field))
  }
  const contested = step.fields.filter((field) => isAmong(field, both))
  return {
    typed: allOf((field) => answered(field, chosen.includes(valueKey(step, field.id)) ? undefined : moved)),
    differences: typedOnBoth(folder, wanted, step, contested, { other: (field) => answered(field), own }, today),
  }
}
