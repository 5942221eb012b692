import { choosing, type Form } from '../define.ts'

const own = [{ id: 'exam', kind: 'choice', options: ['junior', 'gaokao'] }] as const
/** Terms for what was chosen in this form. */
export const chosen = choosing(own)

/** How one applies: shared blocks and what only this form asks. @source conditions and papers of fact base, section B */
export const form: Form = {
  blocks: ['person', 'contact', 'address', 'school'],
  own,
}
