import type { Form } from '../define.ts'

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address'],
  own: [
    { id: 'insured-at', kind: 'words', most: 60 },
    { id: 'stay', kind: 'choice', options: ['long', 'short'] },
  ],
  channel: 'medical',
}
