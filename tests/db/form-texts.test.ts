import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { applicationName } from '#app/cases/application-name.server.ts'
import { currentFormTexts, saveFormTexts } from '#app/cases/form-texts.server.ts'
import { type FormTexts, inStoredTexts } from '#app/cases/form-texts.ts'
import { isDueSure } from '#app/cases/legal-deadlines.ts'
import { sampleFolder } from '#app/cases/sample-folder.ts'
import { decryptSubmission, encryptSubmission, submittedHead } from '#app/cases/submission.server.ts'
import { type Submission, submissionOf, textInEvery } from '#app/cases/submission.ts'
import { randomFrom } from '#app/domain/random.ts'
import { writeSubmissionTexts } from '#app/jobs/write-submission-texts.server.ts'
import { decryptText, encryptText } from '#app/security/encryption.server.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { openDatabase, setDatabase } from '#db/connection.server.ts'
import { insertFormTexts } from '#db/form-texts.server.ts'
import { wordings } from '#db/schema.server.ts'

const { db } = openDatabase(':memory:', 'db/migrations')
setDatabase(db)
setKeys(keysFrom({ sessionSecret: 'session', dataKey: 'data' }, false))

const now = new Date('2026-11-28T08:00:00Z')
const made = { service: 'skills-training', county: '990000', mode: 'bo' as const, on: '2026-11-24', number: 5 }
const { folder, wanted } = sampleFolder(made, randomFrom(5))
const submission = submissionOf(folder, wanted, [], () => ['f'], 'bo', '2026-11-24')

test('a submission reads as it was submitted, whatever the definitions and texts have become', async () => {
  const formTexts = JSON.parse(currentFormTexts().content)
  const gone = { title: { zh: '以前的一步', bo: 'སྔོན་མའི་རིམ་པ།' }, label: { zh: '以前问的', bo: 'སྔོན་མ་དྲིས་པ།' } }
  const then = {
    ...formTexts,
    fields: { ...formTexts.fields, 'gone/field': gone, 'person/name': gone },
    names: { 'skills-training': gone.label },
  }
  await insertFormTexts('then', JSON.stringify(then))
  const rows = [...submission.rows, { target: 'gone/home/field', value: '写过的' }]
  const old = await decryptSubmission({ id: 'a', sealed: encryptSubmission('a', { ...submission, rows }, 'then') })
  expect(old?.rows.find(({ target }) => target.endsWith('/name'))?.label).toEqual(gone.label)
  expect(old?.rows.at(-1)).toEqual({ target: 'gone/home/field', ...gone, value: { zh: '写过的', bo: '写过的' } })
  expect(old?.name).toEqual(gone.label)
  const [service, today] = [submission.service, textInEvery(`services/${submission.service}:name`)]
  const named = (sealed: Buffer | null) => applicationName({ id: 'a', service, sealed })
  expect(await named(encryptSubmission('a', submission, 'then'))).toEqual(gone.label)
  expect(await named(encryptText(JSON.stringify({ ...old, name: gone.title }), 'submission a'))).toEqual(gone.title)
  // A draft, and what cannot be read, are called as their service is today.
  expect(await Promise.all([null, Buffer.alloc(60), encryptSubmission('a', submission, 'none')].map(named))).toEqual([today, today, today])
  // A list tells of the limits it was submitted with, whatever the service has by now.
  const limits = [{ statement: 'gone', days: 3, unit: 'calendar' as const, says: gone.label }]
  const limited = encryptSubmission('a', { ...submission, limits }, 'then')
  expect(await submittedHead({ id: 'a', sealed: limited })).toMatchObject({ ok: true, value: { name: gone.label, limits } })
  expect([isDueSure(service, '2999-01-01', limits), isDueSure(service, '2999-01-01')]).toEqual([true, false])
  const now = encryptSubmission('c', submission, await saveFormTexts())
  expect(await decryptSubmission({ id: 'c', sealed: now })).toEqual(inStoredTexts(submission, formTexts))
})

test('a head read before is that of other bytes only where they are read, and of damaged ones there is none', async () => {
  const formTexts = await saveFormTexts()
  const encryptedWith = (name: string) =>
    encryptSubmission(
      'd',
      {
        ...submission,
        rows: [
          { target: 'person/m1/name', value: name },
          { target: 'contact/home/phone', value: '1' },
        ],
      },
      formTexts,
    )
  const [one, other] = [encryptedWith('甲'), encryptedWith('乙')]
  const names = async (sealed: Buffer) => {
    const read = await submittedHead({ id: 'd', sealed: Buffer.from(sealed) })
    return read.ok ? read.value?.rows : read
  }
  const named = (value: string) => [{ target: 'person/m1/name', value }]
  for (const [sealed, value] of [
    [one, '甲'],
    [one, '甲'],
    [other, '乙'],
    [one, '甲'],
  ] as const)
    expect(await names(sealed)).toEqual(named(value))
  const damaged = Buffer.from(one)
  damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1
  expect(await names(damaged)).toMatchObject({ ok: false })
  // Of another application the same bytes are none.
  expect(await submittedHead({ id: 'e', sealed: one })).toMatchObject({ ok: false })
})

/** A submission as earlier releases wrote it, with its words: lines did not say whom they are about. */
function inTextsOfThen(texts: FormTexts): Submission {
  const { rows, ...whole } = inStoredTexts(submission, texts)
  return { ...whole, rows: rows.map(({ person: _, ...row }) => row) }
}

test('a submission from before form texts were stored separately reads as it is', async () => {
  const whole = inTextsOfThen(JSON.parse(currentFormTexts().content))
  expect(await decryptSubmission({ id: 'd', sealed: encryptText(JSON.stringify(whole), 'submission d') })).toEqual(whole)
})

describe('submissions of a release that did not store conditions, departments and citations with them', () => {
  const { conditions: _, departments: __, ...content }: FormTexts = JSON.parse(currentFormTexts().content)
  const bySources = Object.entries(content.sources).map(([key, all]) => [key, all.map(({ cited: _, ...source }) => source)])
  const fewer: FormTexts = { ...content, sources: Object.fromEntries(bySources) }
  const handedIn = (id: string, sealed: Buffer) => {
    db.run(sql`insert or ignore into folders values ('f', 'c', 'p', x'01', 1, 'r', '2026-11-01', '2026-11-01', '2026-12-01')`)
    const number = db.get<{ next: number }>(sql`select count(*) + 1 as next from applications`).next
    db.run(sql`insert into applications (id, folder_id, number, service, status, sealed, created_at, changed_at)
               values (${id}, 'f', ${number}, 'skills-training', 'submitted', ${sealed}, '2026-11-01', '2026-11-01')`)
  }
  const storedOf = (id: string) => {
    const { sealed } = db.get<{ sealed: Buffer }>(sql`select sealed from applications where id = ${id}`)
    return { sealed, content: JSON.parse(decryptText(sealed, `submission ${id}`) ?? '') }
  }

  test('get their words once, from what is known of them then, and keep all else; what cannot be read is tried again', async () => {
    await insertFormTexts('fewer', JSON.stringify(fewer))
    handedIn('s1', encryptSubmission('s1', submission, 'fewer'))
    handedIn('s2', encryptText(JSON.stringify(inTextsOfThen(fewer)), 'submission s2'))
    handedIn('s3', encryptSubmission('s3', submission, await saveFormTexts()))
    handedIn('s4', Buffer.alloc(60))
    // A release that stored conditions, and no citations.
    await insertFormTexts('uncited', JSON.stringify({ ...JSON.parse(currentFormTexts().content), sources: fewer.sources }))
    handedIn('s5', encryptSubmission('s5', submission, 'uncited'))
    const before = await Promise.all(['s1', 's2', 's3'].map((id) => decryptSubmission({ id, sealed: storedOf(id).sealed })))
    expect(before.map((one) => one?.trace.every(({ says }) => says))).toEqual([false, false, true])
    expect(await writeSubmissionTexts(now)).toEqual({ submissions: 3, left: 1 })
    const whole = inStoredTexts(submission, JSON.parse(currentFormTexts().content))
    expect(whole.trace.every(({ sources }) => sources.every(({ cited }) => cited?.zh && cited.bo))).toBe(true)
    for (const id of ['s1', 's2', 's3', 's5']) {
      const { sealed, content } = storedOf(id)
      expect(await decryptSubmission({ id, sealed }), id).toEqual(
        id === 's2' ? inTextsOfThen(JSON.parse(currentFormTexts().content)) : whole,
      )
      if (id === 's1' || id === 's2')
        expect([content.trace[0].says, content.departments]).toEqual([whole.trace[0]?.says, whole.departments])
    }
    db.run(sql`delete from applications where id = 's4'`)
    expect(await writeSubmissionTexts(now)).toEqual({ submissions: 0, left: 0 })
    expect(await writeSubmissionTexts(now)).toBeUndefined()
  })
})

test('the current form texts are stored once', async () => {
  for (let time = 0; time < 3; time++) await saveFormTexts()
  const stored = db.select().from(wordings).all()
  expect(stored.filter(({ id }) => id === currentFormTexts().id)).toHaveLength(1)
})

test('a full disk is reported, also at the first submission after a new release', async () => {
  const full = openDatabase(':memory:', 'db/migrations')
  setDatabase(full.db)
  const { page_count: pages } = full.db.get<{ page_count: number }>(sql`pragma page_count`)
  full.db.get(sql.raw(`pragma max_page_count = ${pages}`))
  await expect(saveFormTexts()).rejects.toMatchObject({ code: 'OUT_OF_SPACE' })
  full.close()
  setDatabase(db)
})
