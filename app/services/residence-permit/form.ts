import { choosing, type Form } from '../define.ts'

const own = [
  { id: 'matter', kind: 'choice', options: ['first', 'endorse', 'replace'] },
  { id: 'ground', kind: 'choice', options: ['work', 'dwelling', 'school'], optional: true },
] as const
/** Terms for what was chosen in this form. */
export const chosen = choosing(own)

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address', 'dwelling', 'work'],
  own,
  limits: [{ statement: 'fifteen-days', days: 15, unit: 'calendar' }],
}
