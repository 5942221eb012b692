import type { Form } from '../define.ts'

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address', 'dwelling'],
  own: [
    { id: 'kindergarten', kind: 'text', most: 60, optional: true },
    { id: 'needs', kind: 'text', most: 200, lines: 3, optional: true },
  ],
}
