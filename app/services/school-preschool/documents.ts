import { notOf } from '#app/domain/vocabulary.ts'
import { localHukou } from '../circumstances.ts'
import { type Document, statement } from '../define.ts'
import { cite } from '../instruments.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  { ...statement('hukou-book', 'medium', cite('common-practice')), paper: 'hukou-book' },
  { ...statement('birth', 'medium', cite('common-practice')), paper: 'birth-certificate' },
  { ...statement('vaccination', 'medium', cite('common-practice')), paper: 'vaccination-record' },
  { ...statement('dwelling', 'medium', cite('common-practice')), paper: 'dwelling-proof' },
  { ...statement('permit', 'medium', cite('common-practice')), paper: 'residence-permit', when: notOf(localHukou) },
]
