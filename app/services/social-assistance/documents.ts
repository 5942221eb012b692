import { disabilityCard } from '../certificates.ts'
import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  { ...statement('id-card', 'medium', cite('common-practice')), paper: 'id-card' },
  { ...statement('hukou-book', 'medium', cite('common-practice')), paper: 'hukou-book' },
  { ...statement('authorization', 'medium', cite('social-assistance-law', '62')), paper: 'income-statement' },
  disabilityCard,
]
