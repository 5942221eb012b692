import { join } from 'node:path'
import { makeFolder, openStored } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { setKeys } from '#app/security/keys.server.ts'
import { loadKeys } from '#app/security/load-keys.server.ts'
import { openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderById, type NewApplication } from '#db/folders.server.ts'

// A child process on the data folder of a server: stores a folder as one of before may be, which no page makes any more; prints its code.

type Order = { dataDir: string; folder: Folder; drafts: NewApplication[]; pin: string }

let input = ''
for await (const chunk of process.stdin) input += chunk
const { dataDir, folder, drafts, pin } = JSON.parse(input) as Order
setKeys(loadKeys(dataDir, {}, false))
const opened = openDatabase(join(dataDir, 'settle.sqlite'), 'db/migrations')
setDatabase(opened.db)
const { id } = await makeFolder(folder, drafts, pin, new Date())
const stored = await folderById(id)
console.log(stored ? (await openStored(stored)).code : '')
opened.close()
