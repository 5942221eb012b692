import { setImmediate } from 'node:timers/promises'
import { caseById } from '#app/cases/case.server.ts'
import { eventActor, historyOf } from '#app/cases/case-events.server.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { dayOf } from '#app/domain/day.ts'
import { reminderDue } from '#app/domain/reminder.ts'
import { casesAwaitingCorrection } from '#db/reminders.server.ts'

const batch = 200

/** Result of a pass: residents who were reminded, and cases that could not be read. */
export type Reminded = { readonly reminded: number; readonly unreadable: number }

/** Reminds residents, once, of corrections whose day is near. */
export async function remindOfCorrections(now: Date): Promise<Reminded> {
  let [reminded, unreadable] = [0, 0]
  for (let after = ''; ; ) {
    const ids = await casesAwaitingCorrection(after, batch)
    for (const id of ids) {
      const result = await remind(id, now).catch(() => 'unreadable')
      if (result === 'done') reminded += 1
      if (result === 'unreadable') unreadable += 1
    }
    const last = ids.at(-1)
    if (last === undefined) return { reminded, unreadable }
    after = last
    // Yields to requests.
    await setImmediate()
  }
}

/** What came of one case; `needless` where nobody is to be reminded. */
async function remind(id: string, now: Date): Promise<string> {
  const until = reminderDue(await historyOf(id), dayOf(now))
  if (until === undefined) return 'needless'
  return changeCase(await caseById(id), { type: 'remind', actor: eventActor('system'), at: now.toISOString(), until })
}
