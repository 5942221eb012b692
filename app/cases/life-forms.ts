import type { LifeStep } from '#app/domain/application.ts'
import {
  closeReasons,
  consentWays,
  contactOutcomes,
  contactWays,
  hearings,
  refusalGrounds,
  reopenGrounds,
  requestPapers,
  resumeReasons,
  serviceManners,
  serviceRecipients,
  serviceRelations,
} from '#app/domain/life-steps.ts'
import type { PhraseKind } from '#app/domain/phrase.ts'

// The steps by which a case never gets stuck, and answers: what each asks at the desk, in the order of its page, and what is told of it afterwards.

/** Options that follow from the case: departments that decide on its service or any there are, counties, grounds that stop its clock. */
export type OptionSet = 'deciders' | 'departments' | 'counties' | 'stops'

/** What a step asks. `name`: of its input, and of its value in the event; `optional`: may be left out. */
export type LifeField = { readonly name: string; readonly optional?: true } & (
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'one-of'; readonly set: OptionSet }
  | { readonly kind: 'day' }
  | { readonly kind: 'line'; readonly most: number }
  | { readonly kind: 'text'; readonly phrases?: PhraseKind }
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
  'stop-clock': [
    { kind: 'one-of', name: 'ground', set: 'stops' },
    { kind: 'day', name: 'on' },
    { kind: 'text', name: 'reason' },
  ],
  'resume-clock': [
    { kind: 'day', name: 'on' },
    { kind: 'text', name: 'reason', optional: true },
  ],
  'refuse-acceptance': [
    { kind: 'choice', name: 'ground', options: refusalGrounds },
    { kind: 'one-of', name: 'department', set: 'departments', optional: true },
    { kind: 'text', name: 'reason' },
  ],
  'send-on': [
    { kind: 'one-of', name: 'to', set: 'counties' },
    { kind: 'choice', name: 'consent', options: consentWays },
    { kind: 'day', name: 'on' },
    { kind: 'text', name: 'reason' },
  ],
  close: [
    { kind: 'choice', name: 'why', options: closeReasons },
    { kind: 'day', name: 'on' },
    { kind: 'text', name: 'reason' },
  ],
  'offer-to-relatives': [
    { kind: 'day', name: 'on' },
    { kind: 'text', name: 'reason', optional: true },
  ],
  'take-back-acceptance': [{ kind: 'text', name: 'reason' }],
  'take-back-decision': [{ kind: 'text', name: 'reason' }],
  annul: [
    { kind: 'one-of', name: 'department', set: 'deciders' },
    { kind: 'line', name: 'article', most: 120 },
    { kind: 'line', name: 'number', most: 60, optional: true },
    { kind: 'choice', name: 'heard', options: hearings },
    { kind: 'day', name: 'on' },
    { kind: 'text', name: 'reason' },
  ],
  'correct-decision': [
    { kind: 'line', name: 'was', most: 200 },
    { kind: 'line', name: 'is', most: 200 },
  ],
  issue: [
    { kind: 'line', name: 'what', most: 60 },
    { kind: 'day', name: 'on' },
  ],
  'answer-resident': [{ kind: 'text', name: 'reason', phrases: 'answer' }],
  collect: [
    { kind: 'day', name: 'on' },
    { kind: 'choice', name: 'recipient', options: serviceRecipients },
    { kind: 'line', name: 'name', most: 60, optional: true },
    { kind: 'choice', name: 'relation', options: serviceRelations, optional: true },
  ],
} as const satisfies Readonly<Record<LifeStep, readonly LifeField[]>>

/** Every such step. */
export const lifeSteps = Object.keys(lifeForms) as LifeStep[]
/** Is it such a step? */
export const isLifeStep = (type: string): type is LifeStep => lifeSteps.some((one) => one === type)
