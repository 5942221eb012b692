import { notOf } from '#app/domain/vocabulary.ts'
import { localHukou } from '../circumstances.ts'
import { type Document, statement } from '../define.ts'
import { match } from '../household.ts'
import { cite } from '../instruments.ts'
import { chosen } from './form.ts'

/** Papers people usually bring; the window decides. @source fact base, section B */
export const documents: readonly Document[] = [
  { ...statement('hukou-book', 'low', cite('common-practice')), paper: 'hukou-book' },
  { ...statement('permit', 'low', cite('common-practice')), paper: 'residence-permit', when: notOf(localHukou) },
  { ...statement('register', 'low', cite('common-practice')), paper: 'school-register' },
  { ...statement('academic-test', 'low', cite('common-practice')), when: chosen('exam', { junior: 'no', gaokao: 'yes' }) },
  { ...statement('parents-work', 'low', cite('common-practice')), when: notOf(localHukou) },
  {
    ...statement('settled-since', 'low', cite('common-practice')),
    when: match('hukou-origin', { 'always-qh': 'no', 'moved-in': 'yes', outside: 'no' }),
  },
]
