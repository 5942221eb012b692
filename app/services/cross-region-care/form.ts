import { choosing, type Form } from '../define.ts'

const own = [
  { id: 'insured-at', kind: 'text', most: 60 },
  { id: 'stay', kind: 'choice', options: ['long', 'short'] },
] as const
/** Terms for what was chosen in this form. */
export const chosen = choosing(own)

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address'],
  own,
  channel: 'medical',
}
