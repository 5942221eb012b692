import { veteranPapers } from '../certificates.ts'
import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the plan lists none, the police station decides. */
export const documents: readonly Document[] = [
  { ...statement('hukou-book', 'medium', cite('common-practice')), paper: 'hukou-book' },
  { ...statement('id-card', 'medium', cite('common-practice')), paper: 'id-card' },
  { ...statement('family-relation', 'medium', cite('common-practice')), ofFamily: true },
  { ...statement('address-proof', 'medium', cite('common-practice')), paper: 'dwelling-proof' },
  veteranPapers,
]
