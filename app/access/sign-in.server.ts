import { stockPractice } from '#app/cases/sample-data.server.ts'
import type { StoredStaff } from '#db/staff.server.ts'
import { signIn } from './staff-session.server.ts'

/** Signs somebody in who has shown who they are, to practise where they ask for it and have a hall. `before`: the session of the device until then. */
export async function completeSignIn(before: string | undefined, one: StoredStaff, asksPractice: boolean, now: Date) {
  const practice = asksPractice && one.hall !== null
  if (practice) await stockPractice(now)
  return { practice, cookie: await signIn(before, one, practice, now) }
}
