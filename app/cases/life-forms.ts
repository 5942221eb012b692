import type { LifeStep } from '#app/domain/application.ts'
import {
  contactOutcomes,
  contactWays,
  reopenGrounds,
  requestPapers,
  resumeReasons,
  serviceManners,
  serviceRecipients,
  serviceRelations,
} from '#app/domain/life-steps.ts'

// The steps by which a case never gets stuck: what each asks at the desk, in the order of its page, and what is told of it afterwards.

/** What a step asks. `name`: of its input, and of its value in the event; `optional`: may be left out. */
export type LifeField = { readonly name: string; readonly optional?: true } & (
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'day' }
  | { readonly kind: 'line'; readonly most: number }
  | { readonly kind: 'text' }
)

/** What each step asks. */
export const lifeForms = {
  contact: [
    { kind: 'day', name: 'on' },
    { kind: 'choice', name: 'how', options: contactWays },
    { kind: 'choice', name: 'outcome', options: contactOutcomes },
    { kind: 'text', name: 'words', optional: true },
  ],
  resume: [
    { kind: 'choice', name: 'why', options: resumeReasons },
    { kind: 'text', name: 'reason', optional: true },
  ],
  'withdraw-requested': [
    { kind: 'day', name: 'on' },
    { kind: 'choice', name: 'paper', options: requestPapers },
    { kind: 'text', name: 'reason', optional: true },
  ],
  reopen: [
    { kind: 'choice', name: 'ground', options: reopenGrounds },
    { kind: 'line', name: 'number', most: 60, optional: true },
    { kind: 'day', name: 'on' },
    { kind: 'text', name: 'reason' },
  ],
  serve: [
    { kind: 'day', name: 'on' },
    { kind: 'choice', name: 'manner', options: serviceManners },
    { kind: 'choice', name: 'recipient', options: serviceRecipients },
    { kind: 'line', name: 'name', most: 60, optional: true },
    { kind: 'choice', name: 'relation', options: serviceRelations, optional: true },
  ],
} as const satisfies Readonly<Record<LifeStep, readonly LifeField[]>>

/** Every such step. */
export const lifeSteps = Object.keys(lifeForms) as LifeStep[]
const isLifeStep = (type: string): type is LifeStep => lifeSteps.some((one) => one === type)

/** One thing that is told of a step: what it is called, and an option, a day or a text as it was written. */
export type Fact = { readonly label: string; readonly k?: string; readonly day?: string; readonly value?: string }

/** What is told of a step, but for its text, which stands below. */
export function factsOf(event: object & { readonly type: string }): Fact[] {
  if (!isLifeStep(event.type)) return []
  const { type } = event
  const fields: readonly LifeField[] = lifeForms[type]
  return fields.flatMap(({ kind, name }): Fact[] => {
    const value: unknown = (event as Readonly<Record<string, unknown>>)[name]
    if (typeof value !== 'string') return []
    const label = `steps:${type}.${name}.label`
    if (kind === 'choice') return [{ label, k: `steps:${type}.${name}.options.${value}` }]
    return [kind === 'day' ? { label, day: value } : { label, value }]
  })
}
