import type { Form } from '../define.ts'
import { asked } from '../household.ts'

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address'],
  own: [
    asked('jobloss', 'jobloss'),
    asked('registered', 'unemployment-registered'),
    { id: 'employer', kind: 'text', most: 60 },
    { id: 'left', kind: 'day', optional: true },
  ],
  channel: 'hrss',
  limits: [{ statement: 'ten-days', days: 10, unit: 'working' }],
}
