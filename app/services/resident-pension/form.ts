import { choosing, type Form } from '../define.ts'

const own = [{ id: 'matter', kind: 'choice', options: ['join', 'claim', 'transfer'] }] as const
const chosen = choosing(own)

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address'],
  own,
  limits: [{ statement: 'twenty-days', days: 20, unit: 'working', when: chosen('matter', { join: 'no', claim: 'yes', transfer: 'no' }) }],
}
