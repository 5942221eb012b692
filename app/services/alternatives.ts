import type { ServiceId } from './index.ts'

/** Services of which one can have those of one side only. Their texts are `result:choose.<id>`. @source fact base 2, 9.1 */
export const alternatives = [
  { id: 'settling', sides: [['settle-household'], ['residence-permit']] },
  {
    id: 'insurance',
    sides: [
      ['employee-pension-medical', 'flexible-worker-insurance'],
      ['resident-pension', 'resident-medical'],
    ],
  },
  { id: 'renting', sides: [['public-rental-housing'], ['affordable-rental-housing']] },
] as const satisfies readonly { readonly id: string; readonly sides: readonly (readonly ServiceId[])[] }[]

/** One such choice. */
export type Choice = { readonly id: (typeof alternatives)[number]['id']; readonly sides: readonly (readonly string[])[] }

/** The choice a service belongs to; undefined where it takes nothing else's place. */
export function choiceOf(service: string): Choice | undefined {
  return alternatives.find(({ sides }: Choice) => sides.flat().includes(service))
}
