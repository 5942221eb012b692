import type { Form } from '../define.ts'

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address', 'household', 'dwelling'],
  own: [
    { id: 'place', kind: 'choice', options: ['own', 'rented', 'employer', 'relatives', 'public', 'ask'] },
    { id: 'from', kind: 'text', most: 120, optional: true },
  ],
  says: { 'settle-wish': 'yes' },
}
