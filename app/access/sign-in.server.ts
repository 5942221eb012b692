import { stockPractice } from '#app/cases/sample-data.server.ts'
import type { StoredStaff } from '#db/staff.server.ts'
import { signIn } from './staff-session.server.ts'

/** Signs in an authenticated staff member, to practise where they ask for it and have a hall. `before`: the session the device had. */
export async function completeSignIn(before: string | undefined, one: StoredStaff, asksPractice: boolean, now: Date) {
  const practice = asksPractice && one.hall !== null
  if (practice) await stockPractice(now)
  return { practice, cookie: await signIn(before, one, practice, now) }
}
