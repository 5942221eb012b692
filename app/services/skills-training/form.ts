import type { Form } from '../define.ts'

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address', 'work'],
  own: [{ id: 'trade', kind: 'text', most: 100 }],
  says: { wishes: ['training'] },
}
