import type { Form } from '../define.ts'
import { asked } from '../household.ts'

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address', 'household', 'dwelling', 'work'],
  own: [asked('hardship', 'hardship'), { id: 'what', kind: 'text', most: 400, lines: 4, optional: true }],
}
