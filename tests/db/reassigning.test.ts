import { afterEach, beforeEach, expect, test } from 'vitest'
import { encryptNames, loginHashOf } from '#app/access/staff-names.server.ts'
import { verifyChain } from '#app/audit-log/audit-log.server.ts'
import { abandonedCases, assigneesIn } from '#app/cases/assignees.server.ts'
import { caseById } from '#app/cases/case.server.ts'
import { encryptEvent, eventActor, historyOf } from '#app/cases/case-events.server.ts'
import { makeFolder, openStored } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { reassign, reassigning } from '#app/cases/reassignment.server.ts'
import { submissionOf } from '#app/cases/submission.ts'
import { changeCase, handIn } from '#app/cases/transition.server.ts'
import type { CaseEvent } from '#app/domain/case-state.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { casesAssignedTo } from '#db/assignees.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderById } from '#db/folders.server.ts'
import { changeHall, hallById, insertHall } from '#db/halls.server.ts'
import { becomingOf, changeStaff, type StoredStaff, staffById } from '#db/staff.server.ts'
import { addStaff } from '#tests/support/add-staff.ts'

// What becomes of cases with their assignee or hall: in one commit, or not at all.

const [now, at] = [new Date('2026-11-24T08:00:00Z'), '2026-11-24T08:00:00.000Z']
const hall = { id: 'hall-1', place: '630104', name: { zh: '测试大厅', bo: 'ཚོད་ལྟའི་ཚོམས་ཆེན' }, secondFactor: false }
const administrator = eventActor('administrator', 'admin')
let opened: OpenDatabase
beforeEach(async () => {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32), indexKey: 'i'.repeat(32) }, false))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
  await insertHall(hall, now)
  for (const [id, role] of [
    ['admin', 'administrator'],
    ['leaver', 'clerk'],
    ['heir', 'reviewer'],
  ] as const)
    await addStaff(one(id, role), now)
  for (const id of ['a', 'b']) await handedIn(id)
})
afterEach(() => opened.close())

const one = (id: string, role: StoredStaff['role']): StoredStaff => ({
  ...{ id, loginHash: loginHashOf(id), sealed: encryptNames(id, { name: '扎西·测试', login: id }), role },
  ...{ roles: [role], serves: [] },
  ...{ hall: role === 'administrator' ? null : hall, passwordHash: 'p', secondFactor: null, lastStep: null, state: 'active' },
})

const filled: Folder = {
  ...{ answers: {}, members: [{ id: '1', name: '扎西·测试', answers: {} }], applicant: '1', seen: [], filled: [] },
  values: { 'address/home/county': '630104' },
}

/** An application that was handed in and is the leaver's. */
async function handedIn(id: string): Promise<void> {
  const wanted = { number: 1, service: 'skills-training', member: '1' } as const
  const made = await makeFolder(filled, [{ id, ...wanted }], '123456', now)
  const open = await openStored((await folderById(made.id)) ?? expect.fail())
  const [application] = open.applications
  const event = { type: 'submit' as const, actor: eventActor('resident'), at, language: 'bo' as const, version: '1' }
  const submission = submissionOf(filled, wanted, [], () => [], 'bo', '2026-11-24')
  await handIn(open, application ? [{ application, event, submission }] : [], now)
  await step(id, { type: 'assign', actor: eventActor('clerk', 'leaver'), at, to: 'leaver' })
}

const step = async (id: string, event: CaseEvent) => changeCase(await caseById(id), event)
const assigned = async () => Promise.all(['a', 'b'].map(async (id) => (await caseById(id)).application.assignee))
const storedAs = async (id: string) => (await staffById(id)) ?? expect.fail()
const off = () => encryptEvent({ type: 'staff-changed', actor: administrator, at, member: 'leaver', what: 'off' })
const given = async (to: string | null = 'heir') => {
  const cases = await casesAssignedTo(['leaver'])
  return reassigning(cases, { actor: administrator, at: now, to: () => to })
}
/** Switches the leaver off, their cases given to the heir as they were seen. */
async function leaves(work: Awaited<ReturnType<typeof given>>, staying = 0) {
  const was = becomingOf(await storedAs('leaver'))
  return changeStaff({ ...was, state: 'off' }, was, off(), { cases: work, staying, to: becomingOf(await storedAs('heir')) })
}

test('whoever is switched off, and all their cases, change together, each with its event', async () => {
  expect(await leaves(await given())).toBe('done')
  expect([(await storedAs('leaver')).state, await assigned()]).toEqual(['off', ['heir', 'heir']])
  for (const id of ['a', 'b']) expect((await historyOf(id)).at(-1)).toMatchObject({ type: 'assign', actor: administrator, to: 'heir' })
  expect((await verifyChain()).broken).toBeNull()
})

test.each<[string, () => Promise<unknown>]>([
  ['a case changed', () => step('b', { type: 'accept', actor: eventActor('clerk', 'leaver'), at })],
  [
    'the heir was switched off',
    async () => {
      const was = becomingOf(await storedAs('heir'))
      return changeStaff({ ...was, state: 'off' }, was, off())
    },
  ],
])('%s meanwhile: nothing is written', async (_, happens) => {
  const [work, to, was] = [await given(), becomingOf(await storedAs('heir')), becomingOf(await storedAs('leaver'))]
  await happens()
  expect(await changeStaff({ ...was, state: 'off' }, was, off(), { cases: work, staying: 0, to })).toBe('stale')
  expect([(await storedAs('leaver')).state, await assigned()]).toEqual(['active', ['leaver', 'leaver']])
})

test('a case that was assigned to them since is left with nobody who is off', async () => {
  const work = (await given()).slice(0, 1)
  expect(await leaves(work)).toBe('stale')
  expect([(await storedAs('leaver')).state, await assigned()]).toEqual(['active', ['leaver', 'leaver']])
  expect(await leaves(work, 1)).toBe('done')
  const [left] = await abandonedCases('630104')
  expect(left?.assignee).toBe('leaver')
  expect((await assigneesIn('630104')).map(({ id, away, cases }) => [id, away, cases])).toEqual([
    ['heir', null, 1],
    ['leaver', 'off', 1],
  ])
})

test('cases of several folders are reassigned all together or none', async () => {
  const how = { actor: eventActor('supervisor', 's'), at: now, to: () => null }
  const before = await casesAssignedTo(['leaver'], '630104')
  await step('b', { type: 'accept', actor: eventActor('clerk', 'leaver'), at })
  expect(await reassign(before, how)).toBe('stale')
  expect(await assigned()).toEqual(['leaver', 'leaver'])
  expect(await reassign(await casesAssignedTo(['leaver'], '630104'), how)).toBe('done')
  expect(await assigned()).toEqual([null, null])
  expect(await casesAssignedTo(['leaver'], '632723')).toEqual([])
  await expect(reassigning(before, { ...how, actor: eventActor('resident') })).rejects.toThrow('resident cannot reassign')
})

test('a hall and the cases put back with it change together', async () => {
  const moved = { ...hall, place: '632723' }
  const event = () =>
    encryptEvent({ type: 'hall-changed', actor: administrator, at, hall: hall.id, what: 'changed', place: '632723', secondFactor: false })
  const work = await given(null)
  await step('a', { type: 'accept', actor: eventActor('clerk', 'leaver'), at })
  expect(await changeHall(moved, hall, event(), work)).toBe(false)
  expect([(await hallById(hall.id))?.place, await assigned()]).toEqual(['630104', ['leaver', 'leaver']])
  expect(await changeHall(moved, hall, event(), await given(null))).toBe(true)
  expect([(await hallById(hall.id))?.place, await assigned()]).toEqual(['632723', [null, null]])
})
