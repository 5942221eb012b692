import { allOf, anyOf, isUnanswered, notOf } from '#app/domain/vocabulary.ts'
import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'
import { showsDwelling } from '../shown-dwelling.ts'
import { chosen } from './form.ts'

const byDwelling = allOf(showsDwelling, anyOf(isUnanswered('own.ground'), chosen('ground', { work: 'no', dwelling: 'yes', school: 'no' })))

/**
 * Papers people usually bring; the window decides. Of the three proofs one is enough: where that is of the dwelling, it is the paper
 * other services ask for too. @source fact base, section B
 */
export const documents: readonly Document[] = [
  { ...statement('id-card', 'high', cite('residence-permit-regulations', '9')), paper: 'id-card' },
  statement('photo', 'high', cite('residence-permit-regulations', '9')),
  { ...statement('one-proof', 'high', cite('residence-permit-regulations', '9')), when: notOf(byDwelling) },
  { ...statement('dwelling', 'high', cite('residence-permit-regulations', '9')), paper: 'dwelling-proof', when: byDwelling },
]
