import type { Form } from '../define.ts'

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address'],
  own: [
    { id: 'from', kind: 'text', most: 60 },
    { id: 'which', kind: 'many', options: ['pension', 'medical', 'unemployment'] },
  ],
  channel: 'social-insurance',
  limits: [{ statement: 'fifteen-days', days: 15, unit: 'working' }],
}
