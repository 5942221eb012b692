import type { Form } from '../define.ts'

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address', 'dwelling', 'work'],
  own: [
    { id: 'matter', kind: 'choice', options: ['first', 'endorse', 'replace'] },
    { id: 'ground', kind: 'choice', options: ['work', 'dwelling', 'school'], optional: true },
  ],
  limits: [{ statement: 'fifteen-days', days: 15, unit: 'calendar' }],
}
