import type { Form } from '../define.ts'
import { asked } from '../household.ts'

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address', 'work'],
  own: [asked('injury', 'injury'), { id: 'when', kind: 'day', optional: true }, { id: 'what', kind: 'text', most: 400, lines: 4 }],
  limits: [{ statement: 'sixty-days', days: 60, unit: 'calendar' }],
}
