import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseById } from '#app/cases/case.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { makeFolder, openStored, saveOpenFolder } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { submissionOf } from '#app/cases/submission.ts'
import { changeCase, handIn } from '#app/cases/transition.server.ts'
import { daysLater } from '#app/domain/day.ts'
import { type Language, languages, letters, type Mode, parallelMode } from '#app/domain/language.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { applyRetention } from '#app/jobs/retention.server.ts'
import { decryptText } from '#app/security/encryption.server.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderById } from '#db/folders.server.ts'
import { outbox } from '#db/schema.server.ts'

let opened: OpenDatabase
beforeEach(() => {
  setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32), indexKey: 'i'.repeat(32) }, false))
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterEach(() => opened.close())

const now = new Date('2026-11-24T08:00:00Z')
const at = now.toISOString()
const wanted = { number: 1, service: 'skills-training', member: '1' } as const
const filled: Folder = {
  ...{ answers: {}, members: [{ id: '1', name: '扎西·测试', answers: {} }], applicant: '1', seen: [], filled: [] },
  values: { 'address/home/county': '630104', 'contact/home/phone': '13800000000', 'contact/home/messages': 'sms' },
}
const folderNow = async (id: string) => openStored((await folderById(id)) ?? expect.fail())

/** A folder, of which one application was handed in while another is a draft. */
async function begun(language: Mode | undefined, handedInWith: Mode, by: 'resident' | 'clerk' = 'resident') {
  const drafts = ['a', 'b'].map((id, index) => ({ ...wanted, id, number: index + 1 }))
  const { id } = await makeFolder({ ...filled, language }, drafts, '123456', now)
  const open = await folderNow(id)
  const helped = by === 'clerk' ? { helped: { session: 's', ground: 'present' as const, channel: 'counter' as const } } : {}
  const event = { type: 'submit' as const, actor: eventActor(by, 'c'), at, language: handedInWith, version: '1', ...helped }
  const submission = submissionOf(open.folder, wanted, [], () => [], handedInWith, '2026-11-24')
  const [application] = open.applications
  expect(await handIn(open, application ? [{ application, event, submission }] : [], now)).toBe('done')
  return id
}

/** The languages of each message, in the order they were written. */
const written = (): Language[][] =>
  opened.db
    .select()
    .from(outbox)
    .all()
    .map(({ id, sealed }) => {
      const said = decryptText(sealed, purposes.message(id)) ?? ''
      return languages.filter((language) => letters[language].test(said))
    })

const accept = async () => changeCase(await caseById('a'), { type: 'accept', actor: eventActor('clerk', 'c'), at })

test('messages and the expiry notice are in the language the folder has now, whatever it was handed in with', async () => {
  const id = await begun('bo', 'bo')
  const open = await folderNow(id)
  // What is changed meanwhile is not undone by a step that was decided on before.
  const before = await caseById('a')
  expect(await saveOpenFolder(open, { ...open.folder, language: 'zh' }, now, { mode: 'zh' })).toBe(true)
  expect((await folderNow(id)).applications.map(({ mode }) => mode)).toEqual(['zh', null])
  expect(await changeCase(before, { type: 'accept', actor: eventActor('clerk', 'c'), at })).toBe('done')
  expect((await folderNow(id)).applications[0]?.mode).toBe('zh')
  await changeCase(await caseById('a'), { type: 'start-review', actor: eventActor('reviewer', 'r'), at })
  await applyRetention(daysLater(now, 31))
  expect(written()).toEqual([['bo'], ['bo'], ['zh'], ['zh']])
})

test.each<[string, Mode, 'resident' | 'clerk', Language[]]>([
  ['as it was handed in by its people', 'bo', 'resident', ['bo']],
  ['in every language where a clerk handed it in', 'zh', 'clerk', [...languages]],
])('a folder of before has none and reads %s', async (_, mode, by, reads) => {
  const id = await begun(undefined, mode, by)
  await accept()
  expect(written().at(-1)).toEqual(reads)
  const { folder, applications } = await folderNow(id)
  expect(folder.language).toBeUndefined()
  expect(languageOf(folder, applications)).toBe(by === 'resident' ? mode : parallelMode)
})

test('a language that is there no more leaves the folder readable', async () => {
  const { id } = await makeFolder({ ...filled, language: 'xx' as Mode }, [{ id: 'a', ...wanted }], '123456', now)
  const { folder } = await folderNow(id)
  expect([folder.language, folder.applicant]).toEqual([undefined, '1'])
})
