import { join } from 'node:path'
import { folderHashOf, openStored } from '#app/cases/folder.server.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { parseCaseCode } from '#app/domain/case-code.ts'
import type { CaseEvent } from '#app/domain/case-state.ts'
import { firstInvitation } from '#app/features/account/invitation.server.ts'
import { applyRetention } from '#app/jobs/retention.server.ts'
import { setKeys } from '#app/security/keys.server.ts'
import { loadKeys } from '#app/security/load-keys.server.ts'
import { openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderByCode } from '#db/folders.server.ts'

// Steps of the hall, without its pages: a child process on the same data folder.
// Reads one order as JSON: { dataDir, code, number, event } changes an application; { dataDir, retention } applies retention as of that day;
// { dataDir, invitation } prints the link of the first administrator, or nothing where there is one.

type Order = { dataDir: string; code?: string; number?: number; event?: CaseEvent; retention?: string; invitation?: true }

let input = ''
for await (const chunk of process.stdin) input += chunk
const { dataDir, code, number, event, retention, invitation } = JSON.parse(input) as Order
setKeys(loadKeys(dataDir, {}, false))
const opened = openDatabase(join(dataDir, 'settle.sqlite'), 'db/migrations')
setDatabase(opened.db)
if (retention) await applyRetention(new Date(retention))
if (invitation) console.log((await firstInvitation('zh', new Date())) ?? '')
if (event) {
  const stored = await folderByCode(folderHashOf(parseCaseCode(code ?? '') ?? ''))
  if (!stored) throw new Error('No folder has this code')
  const { folder, applications, code: own } = await openStored(stored)
  const application = applications.find((one) => one.number === number)
  if (!application) throw new Error('No application has this number')
  // Whoever works on it does it, where nobody in particular is named.
  const { actor } = event
  const by = actor.id === 'r-1' && application.assignee !== null ? { ...actor, id: application.assignee } : actor
  console.log(await changeCase({ application, folder, code: own }, { ...event, actor: by }))
}
opened.close()
