import type { Form } from '../define.ts'
import { asked } from '../household.ts'

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address'],
  own: [asked('med', 'med'), { id: 'elsewhere', kind: 'text', most: 60, optional: true }],
}
