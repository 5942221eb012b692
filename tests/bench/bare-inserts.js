// @ts-check
import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'

// Bare inserts in a process of their own: so many rows of so many bytes, each in a transaction that is on disk before the next.

const { file, count, bytes } = JSON.parse(readFileSync(0, 'utf8'))
const db = new Database(file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec('create table if not exists submitted (id text primary key not null, sealed blob not null)')
const insert = db.prepare('insert into submitted values (?, ?)')
const rows = Array.from({ length: count }, () => ({ id: randomUUID(), sealed: randomBytes(bytes) }))
for (const { sealed } of rows.slice(0, 100)) insert.run(randomUUID(), sealed)
const began = performance.now()
for (const { id, sealed } of rows) insert.run(id, sealed)
console.log(JSON.stringify(((performance.now() - began) / count) * 1000))
