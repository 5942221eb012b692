import { choosing, type Form } from '../define.ts'

const own = [{ id: 'matter', kind: 'choice', options: ['not-registered', 'underpaid', 'look-up'] }] as const
const chosen = choosing(own)

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address', 'work'],
  own,
  limits: [
    {
      statement: 'ten-days',
      days: 10,
      unit: 'working',
      when: chosen('matter', { 'not-registered': 'yes', underpaid: 'no', 'look-up': 'no' }),
    },
  ],
}
