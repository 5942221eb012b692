import type { Form } from '../define.ts'

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address', 'household'],
  own: [
    { id: 'what', kind: 'text', most: 400, lines: 4 },
    { id: 'where', kind: 'text', most: 120, optional: true },
  ],
}
