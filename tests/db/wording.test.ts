import { expect, test } from 'vitest'
import { madeUpFolder, randomFrom } from '#app/cases/made-up.ts'
import { lockedSubmission, submissionIn } from '#app/cases/submission.server.ts'
import { both, inWords, submissionOf } from '#app/cases/submission.ts'
import { wordingInForce, wordingNow } from '#app/cases/wording.server.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { lockText } from '#app/security/vault.server.ts'
import { openDatabase, setDatabase } from '#db/connection.server.ts'
import { wordings } from '#db/schema.server.ts'
import { keepWording } from '#db/wordings.server.ts'

const { db } = openDatabase(':memory:', 'db/migrations')
setDatabase(db)
setKeys(keysFrom({ sessionSecret: 'session', dataKey: 'data' }, false))

const made = { service: 'skills-training', county: '990000', mode: 'bo' as const, on: '2026-11-24', number: 5 }
const { folder, wanted } = madeUpFolder(made, randomFrom(5))
const submission = submissionOf(folder, wanted, [], () => ['f'], 'bo', '2026-11-24')

test('what was submitted reads as it was submitted, whatever the definitions and words have become', async () => {
  const then = JSON.parse(wordingNow().content.replaceAll('姓名', '以前的姓名'))
  const gone = { ...submission, rows: submission.rows.map((row) => ({ ...row, label: `${row.label}-gone` })) }
  await keepWording(
    'then',
    JSON.stringify({ ...then, ...Object.fromEntries(gone.rows.map(({ label }, at) => [label, both(submission.rows[at]?.label ?? '')])) }),
  )
  const [old, removed] = [lockedSubmission('a', submission, 'then'), lockedSubmission('b', gone, 'then')]
  const now = lockedSubmission('c', submission, await wordingInForce())
  const name = (await submissionIn({ id: 'a', sealed: old }))?.rows.find(({ target }) => target.endsWith('/name'))
  expect(name?.label.zh).toBe('以前的姓名')
  expect((await submissionIn({ id: 'b', sealed: removed }))?.rows.map(({ label }) => label.zh)).not.toContain('')
  expect(await submissionIn({ id: 'c', sealed: now })).toEqual(inWords(submission, both))
})

test('what was submitted before words were kept by themselves reads as it is', async () => {
  const whole = inWords(submission, both)
  expect(await submissionIn({ id: 'd', sealed: lockText(JSON.stringify(whole), 'submission d') })).toEqual(whole)
})

test('the words in force are kept once', async () => {
  for (let time = 0; time < 3; time++) await wordingInForce()
  const kept = db.select().from(wordings).all()
  expect(kept.filter(({ id }) => id === wordingNow().id)).toHaveLength(1)
})
