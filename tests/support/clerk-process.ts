import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expireAssistedSessions } from '#app/access/assisted-right.server.ts'
import { encryptNames, loginHashOf } from '#app/access/staff-names.server.ts'
import { verifyChain } from '#app/audit-log/audit-log.server.ts'
import { historyOf } from '#app/cases/case-events.server.ts'
import { folderHashOf, openStored } from '#app/cases/folder.server.ts'
import { parseCaseCode } from '#app/domain/case-code.ts'
import type { StaffRole } from '#app/domain/staff.ts'
import { keyedHash, setKeys } from '#app/security/keys.server.ts'
import { loadKeys } from '#app/security/load-keys.server.ts'
import { openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderByCode } from '#db/folders.server.ts'
import { insertHall } from '#db/halls.server.ts'
import { openStaffSession } from '#db/staff-sessions.server.ts'
import { addStaff } from './add-staff.ts'

// A child process on the same data folder: inserts a sample staff member with a session (`role`), prints what
// happened to a case (`code`), applies retention at a time (`retention`).

type Order = {
  dataDir: string
  role?: StaffRole
  practice?: boolean
  idleMinutes?: number
  code?: string
  retention?: string
  audit?: true
}

let input = ''
for await (const chunk of process.stdin) input += chunk
const order = JSON.parse(input) as Order
setKeys(loadKeys(order.dataDir, {}, false))
const opened = openDatabase(join(order.dataDir, 'settle.sqlite'), 'db/migrations')
setDatabase(opened.db)
const now = new Date()
if (order.role) {
  const [id, session] = [randomBytes(6).toString('hex'), randomBytes(32).toString('base64url')]
  const hall = { id: `hall-${id}`, place: '630100', name: { zh: '测试大厅', bo: 'ཚོད་ལྟའི་ཚོམས་ཆེན' }, secondFactor: false }
  await insertHall(hall, now)
  const names = { name: '窗口·测试', login: `clerk-${id}` }
  await addStaff(
    {
      ...{ id, loginHash: loginHashOf(names.login), sealed: encryptNames(id, names), role: order.role, hall },
      ...{ roles: [order.role], serves: [] },
      ...{ passwordHash: null, secondFactor: null, lastStep: null, state: 'active' },
    },
    now,
  )
  const [seenAt, expiresAt] = [new Date(now.getTime() - (order.idleMinutes ?? 0) * 60_000), new Date(now.getTime() + 3_600_000)]
  await openStaffSession({
    idHash: keyedHash(`staff-session ${session}`),
    staffId: id,
    seenAt,
    expiresAt,
    practice: order.practice ?? false,
  })
  console.log(JSON.stringify({ id, session }))
}
if (order.code) {
  const stored = await folderByCode(folderHashOf(parseCaseCode(order.code) ?? ''))
  const applications = stored ? (await openStored(stored)).applications : []
  const events = await Promise.all(applications.map(({ id }) => historyOf(id)))
  console.log(JSON.stringify(applications.map((one, index) => ({ ...one, sealed: null, events: events[index] }))))
}
if (order.retention) await expireAssistedSessions(new Date(order.retention))
if (order.audit) console.log(JSON.stringify(await verifyChain()))
opened.close()
