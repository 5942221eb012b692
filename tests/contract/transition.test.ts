import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// A case changes in one way only: `transition` decides, `saveTransitions` stores.

const sources = ['app', 'db']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^db\/migrations\//.test(name))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

/** What writes to a table: drizzle's update, insert and delete, and SQL written by hand. */
function writesTo(table: string, text: string): string[] {
  const drizzle = new RegExp(`\\.(update|insert|delete)\\(\\s*${table}\\s*\\)`, 'g')
  const byHand = new RegExp(`\\b(update|insert into|delete from)\\s+["\`]?${table}\\b`, 'gi')
  return [...text.matchAll(drizzle), ...text.matchAll(byHand)].map(([, verb = '']) => verb.split(' ')[0]?.toLowerCase() ?? '')
}

test.each([
  ['tx.update(applications).set({ assignee }).where(free).run()', ['update']],
  ['database().delete(\n  applications)', ['delete']],
  ["sql`update applications set status = 'approved'`", ['update']],
  ['client.exec(`insert into "applications" values (1)`)', ['insert']],
  ['tx.update(folders).set({ version })', []],
])('%s writes: %j', (text, writes) => expect(writesTo('applications', text)).toEqual(writes))

test('one function changes cases; they begin as drafts with their folder and are written to in its language, go whole, and a limit follows the calendar', () => {
  const writing = sources.flatMap(({ file, text }) => writesTo('applications', text).map((verb) => `${file} ${verb}`))
  expect([...new Set(writing)].toSorted()).toEqual([
    'db/applications.server.ts delete',
    'db/deadlines.server.ts update',
    'db/folders.server.ts delete',
    'db/folders.server.ts insert',
    'db/folders.server.ts update',
    'db/transitions.server.ts update',
  ])
})

/** What is set where rows are written. */
const setIn = (text: string) => [...text.matchAll(/\.set\((.*?)\)/gs)].map(([, set]) => set)

test('beside a transition nothing but the end of a limit is written', () => {
  const { text = '' } = sources.find(({ file }) => file === 'db/deadlines.server.ts') ?? {}
  expect(setIn(text)).toEqual(['{ dueOn: to }'])
  expect(setIn("update(applications).set({ dueOn: to }).run()\nupdate(applications).set({\n  status: 'expired',\n})")).toHaveLength(2)
})

/** Where transitions are stored. */
const storing = (all: typeof sources) => all.filter(({ text }) => /\b(saveTransitions|saveWithin)\(/.test(text)).map(({ file }) => file)

test('only the transition of a case is stored: who changes one cannot leave its message out', () => {
  // Cases that are reassigned are decided by the same function, and stored together, or with what becomes of their assignee or its hall.
  const reassigned = ['app/cases/reassignment.server.ts', 'db/halls.server.ts', 'db/staff.server.ts']
  expect(storing(sources).toSorted()).toEqual(['app/cases/transition.server.ts', 'db/transitions.server.ts', ...reassigned].toSorted())
  for (const text of ['await saveTransitions([change])', 'saveWithin(tx, cases)'])
    expect(storing([{ file: 'app/jobs/any.ts', text }])).toEqual(['app/jobs/any.ts'])
})
