import { choosing, type Form } from '../define.ts'

const own = [
  { id: 'way', kind: 'choice', options: ['inspection', 'arbitration', 'legal-aid', 'ask'] },
  { id: 'who', kind: 'text', most: 100 },
  { id: 'where', kind: 'text', most: 120, optional: true },
  { id: 'what', kind: 'text', most: 400, lines: 4, optional: true },
] as const
const chosen = choosing(own)

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address', 'work'],
  own,
  limits: [
    {
      statement: 'arbitration',
      days: 45,
      unit: 'calendar',
      when: chosen('way', { inspection: 'no', arbitration: 'yes', 'legal-aid': 'no', ask: 'no' }),
    },
    {
      statement: 'inspection',
      days: 60,
      unit: 'working',
      when: chosen('way', { inspection: 'yes', arbitration: 'no', 'legal-aid': 'no', ask: 'no' }),
    },
    {
      statement: 'aid',
      days: 7,
      unit: 'calendar',
      when: chosen('way', { inspection: 'no', arbitration: 'no', 'legal-aid': 'yes', ask: 'no' }),
    },
  ],
}
