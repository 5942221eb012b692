import type { CaseEvent } from '#app/domain/case-state.ts'
import { fillIn, resident } from './resident.ts'
import type { deskOfSecondReaders, ReviewedCase } from './second-readers.ts'

/** One correction asked for, without the day by which it is answered. */
export const asking = {
  ...{ 'ask-address/home/words': 'on', 'reason-address/home/words': 'other', 'words-address/home/words': '写到门牌·测试' },
  again: '',
}

/** What the tests of the life cycle do with a case of such a desk. */
export function lifeOf({ port, begun, caseOf }: ReturnType<typeof deskOfSecondReaders>) {
  return {
    asking,
    /** Somebody hands in, and a reviewer begins to look at it. */
    inReview: async (): Promise<ReviewedCase> => {
      const one = resident(port())
      const contact = { 'f-phone': '13900000000', 'f-messages': 'sms' }
      const code = await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh', { 'f-county': '630104', ...contact })
      return begun(one, code, 'reviewer')
    },
    eventsOf: async (one: ReviewedCase): Promise<CaseEvent[]> => ((await caseOf(one))?.events ?? []) as CaseEvent[],
    statusOf: async (one: ReviewedCase) => (await caseOf(one))?.status,
    toldTo: async ({ one }: ReviewedCase) => (await one.get('/zh/applications/1')).text,
  }
}
