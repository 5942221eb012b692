import type { Form } from '../define.ts'

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address', 'dwelling', 'school'],
  own: [
    { id: 'matter', kind: 'choice', options: ['first-grade', 'transfer', 'return'] },
    { id: 'needs', kind: 'words', most: 200, lines: 3, optional: true },
  ],
}
