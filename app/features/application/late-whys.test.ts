import { expect, test } from 'vitest'
import type { HistoryEvent } from '#app/domain/event.ts'
import type { Status } from '#app/domain/status.ts'
import { type LateWhy, whyLate } from './late-whys.ts'

const historyOf = (types: readonly string[]) => types.map((type): HistoryEvent => ({ type: 'unreadable', id: type, was: type, at: null }))

test.each<[Status, string[], LateWhy]>([
  ['withdrawn', ['ask-correction', 'withdraw'], 'withdrawn'],
  ['withdrawn', ['ask-correction', 'resume', 'withdraw-requested'], 'withdrawn'],
  ['resubmitted', ['ask-correction', 'resubmit'], 'done'],
  ['approved', ['ask-correction', 'resubmit', 'start-review', 'approve'], 'done'],
  ['in-review', ['ask-correction', 'resume'], 'resumed'],
  ['approved', ['ask-correction', 'resume', 'approve'], 'ended'],
  ['correction-asked', ['ask-correction', 'resume', 'ask-correction'], 'asked-anew'],
  ['correction-asked', ['ask-correction', 'resubmit', 'ask-correction'], 'asked-anew'],
  ['resubmitted', ['ask-correction', 'resume', 'ask-correction', 'resubmit'], 'done'],
  ['in-review', ['ask-correction', 'withdraw-requested', 'reopen'], 'taken-up-again'],
  ['in-review', ['ask-correction', 'withdraw', 'reopen'], 'taken-up-again'],
  ['declined', ['ask-correction', 'withdraw', 'reopen', 'decline'], 'ended'],
  ['closed', ['ask-correction', 'close'], 'ended'],
  ['in-review', ['ask-correction', 'close', 'reopen'], 'resumed'],
  ['in-review', ['ask-correction', 'resubmit', 'withdraw', 'reopen'], 'done'],
  ['in-review', [], 'done'],
])('a correction of what is %s, after %j, is too late: %s', (status, types, why) => expect(whyLate(status, historyOf(types))).toBe(why))
