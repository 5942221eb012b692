import { notOf } from '#app/domain/vocabulary.ts'
import { disabilityCard } from '../certificates.ts'
import { localHukou } from '../circumstances.ts'
import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { showsDwelling } from '../shown-dwelling.ts'
import { chosen } from './form.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  { ...statement('hukou-book', 'medium', cite('common-practice')), paper: 'hukou-book' },
  { ...statement('permit', 'medium', cite('common-practice')), paper: 'residence-permit', when: notOf(localHukou) },
  { ...statement('work-or-dwelling', 'medium', cite('common-practice')), when: notOf(showsDwelling) },
  { ...statement('dwelling', 'medium', cite('common-practice')), paper: 'dwelling-proof', when: showsDwelling },
  { ...statement('birth', 'medium', cite('common-practice')), paper: 'birth-certificate' },
  { ...statement('vaccination', 'medium', cite('common-practice')), paper: 'vaccination-record' },
  {
    ...statement('transfer', 'medium', cite('common-practice')),
    when: chosen('matter', { 'first-grade': 'no', transfer: 'yes', return: 'yes' }),
  },
  disabilityCard,
]
