import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { encryptNames, loginHashOf } from '#app/access/staff-names.server.ts'
import type { StaffRole } from '#app/domain/staff.ts'
import { keyedHash, setKeys } from '#app/security/keys.server.ts'
import { loadKeys } from '#app/security/load-keys.server.ts'
import { openDatabase, setDatabase } from '#db/connection.server.ts'
import { insertHall } from '#db/halls.server.ts'
import { staff } from '#db/schema.server.ts'
import { openStaffSession } from '#db/staff-sessions.server.ts'
import { addStaff } from './add-staff.ts'

// Staff of halls, signed in: a process beside the server, on the same data folder.
// Reads one order as JSON: { dataDir, place, people: [{ id, name, role }], practice } keeps a hall of a place with its people and prints
// the cookie of each; { dataDir, become: { id, role } } changes what somebody may do; { dataDir, leave } switches them off.

type Order = {
  dataDir: string
  place?: string
  people?: readonly { id: string; name: string; role: StaffRole }[]
  practice?: boolean
  become?: { id: string; role: StaffRole }
  leave?: string
}

let input = ''
for await (const chunk of process.stdin) input += chunk
const { dataDir, place = '', people = [], practice = false, become, leave } = JSON.parse(input) as Order
setKeys(loadKeys(dataDir, {}, false))
const opened = openDatabase(join(dataDir, 'settle.sqlite'), 'db/migrations')
setDatabase(opened.db)
const [now, hallId] = [new Date(), `hall-${randomBytes(6).toString('hex')}`]
const hall = { id: hallId, place, name: { zh: '测试服务大厅', bo: 'ཚོད་ལྟའི་ཞབས་ཞུའི་ཚོམས་ཆེན།' }, secondFactor: false }
if (people.length > 0) await insertHall(hall, now)
const cookies: Record<string, string> = {}
for (const { id, name, role } of people) {
  const own = {
    id,
    role,
    roles: [role],
    serves: [],
    loginHash: loginHashOf(id),
    sealed: encryptNames(id, { name, login: id }),
    state: 'active' as const,
  }
  // Of the form of a hash: they are no invited ones, who never came. With a password an administrator would be the first one.
  const passwordHash = role === 'administrator' ? null : `${'A'.repeat(22)}.${'A'.repeat(43)}`
  await addStaff({ ...own, hall: role === 'administrator' ? null : hall, passwordHash, secondFactor: null, lastStep: null }, now)
  const session = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + 3_600_000)
  await openStaffSession({ idHash: keyedHash(`staff-session ${session}`), staffId: id, seenAt: now, expiresAt, practice })
  cookies[id] = session
}
if (become) opened.db.update(staff).set({ role: become.role }).where(eq(staff.id, become.id)).run()
if (leave) opened.db.update(staff).set({ state: 'off' }).where(eq(staff.id, leave)).run()
console.log(JSON.stringify(cookies))
opened.close()
