import type { QuestionId } from './household.ts'
import type { ServiceId } from './index.ts'

/** What a family may report of one of its members, and the service it reports it for: that stands among the first things it reads. */
export const reported: Readonly<Partial<Record<ServiceId, QuestionId>>> = {
  'wage-protection': 'wage-owed',
  'occupational-injury': 'injury',
  'unemployment-insurance': 'jobloss',
}
