import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { answerBy } from '#tests/support/answer-by.ts'
import { newClient } from '#tests/support/clerk.ts'
import { type Damage, damageIn } from '#tests/support/damage.ts'
import { openDesk } from '#tests/support/open-desk.ts'
import { sendFile } from '#tests/support/paper.ts'
import { fillIn, pin, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { type OwnSite, ownSite } from '#tests/support/separate-site.ts'
import { handedIn } from '#tests/support/submitted-application.ts'

// A folder with several applications, one of them damaged: everything about the others goes on, and whoever lists it names its row.
vi.setConfig({ testTimeout: 120_000 })
let site: OwnSite
let damage: Damage
let [clerk, reviewer, supervisor]: Resident[] = []
beforeAll(async () => {
  site = await ownSite()
  const roles = ['clerk', 'reviewer', 'supervisor'] as const
  const people = roles.map((role) => ({ id: role, name: `${role}·测试`, role }))
  const desk = await openDesk(site.dataDir, '630104', people)
  ;[clerk, reviewer, supervisor] = roles.map((role) => resident(site.port, desk[role]))
  damage = damageIn(site.dataDir)
}, 120_000)
afterAll(async () => {
  damage.database.close()
  await site.stop()
})

const at = (one: Resident | undefined) => one ?? expect.fail()
/** The paper only the form of the application that is corrected asks for. */
const asked = '/zh/apply/papers/id-card~1'

/** A folder with an application handed in (1), one whose paper is to be sent again (2), and a draft with everything it needs (3). */
async function folder() {
  const { one, code, id: submitted } = await handedIn(at(clerk), site.port)
  await fillIn(one, ['resident-pension:1'], { 'f-matter': 'join' })
  await sendFile(site.port, one.cookies(), asked)
  expect((await one.post('/zh/apply/submit', await submitForm(one))).status).toBe(303)
  const id = (number: number) =>
    String(
      damage.database
        .prepare('select id from applications where number = ? and folder_id = (select folder_id from applications where id = ?)')
        .pluck()
        .get(number, submitted),
    )
  const corrections = `/zh/desk/cases/${id(2)}/corrections`
  const seen = /name="seen" value="(\d+)"/.exec((await at(reviewer).get(corrections)).text)?.[1] ?? ''
  const item = { 'ask-paper/id-card~1': 'on', 'reason-paper/id-card~1': 'unreadable' }
  expect((await at(reviewer).post(corrections, { seen, ...answerBy, ...item })).status).toBe(303)
  await fillIn(one, ['vocational-school:1'])
  return { one, code, rows: { 1: submitted, 2: id(2) } as const }
}

type Folder = Awaited<ReturnType<typeof folder>>

/** The pages that list every application, and everything else that is not about the damaged one itself. */
const lists = ['applications', 'applications/slip']
const others = ['apply', 'apply/folder', 'apply/answers', 'apply/papers', 'apply/submit', 'applications/data', 'applications/3']

/** Walks a folder of which an application is damaged, takes every step about the others, and hands in its draft. */
async function goesOn({ one, rows }: Folder, damaged: 1 | 2): Promise<void> {
  const get = async (path: string, status = 200) => {
    const answer = await one.get(path)
    expect([path, answer.status]).toEqual([path, status])
    return answer.text
  }
  const named = `applications/${rows[damaged]}`
  for (const mode of languages) {
    for (const path of lists) expect(await get(`/${mode}/${path}`), path).toContain(named)
    for (const path of [...others, 'applications/data.json', 'applications/delete']) await get(`/${mode}/${path}`)
  }
  const whole = damaged === 1 ? 2 : 1
  await get(`/zh/applications/${whole}`)
  await get(`/zh/applications/${whole}/withdraw`)
  if (whole === 2) for (const path of ['/zh/applications/2/correct', asked]) await get(path)
  expect(await get(`/zh/applications/${damaged}`, 422)).toContain(named)
  const papers = [...(await get('/zh/apply/papers')).matchAll(/href="(\/zh\/apply\/papers\/[^"]+)"/g)].map(([, to = '']) => to)
  expect(papers.length).toBeGreaterThan(1)
  for (const paper of papers) {
    await get(paper)
    expect([paper, (await sendFile(site.port, one.cookies(), paper)).status]).toEqual([paper, 303])
  }
  for (const path of ['/zh/desk/cases?status=all', '/zh/desk/figures', '/zh/desk/held-texts', `/zh/desk/cases/${rows[whole]}`]) {
    const { status } = await at(supervisor).get(path)
    expect([path, status]).toEqual([path, 200])
  }
  const submit = await one.post('/zh/apply/submit', await submitForm(one))
  expect([submit.status, one.at()]).toEqual([303, '/zh/applications'])
  expect(await get('/zh/applications/3')).toContain('submitted')
  expect((await one.post(`/zh/applications/${whole}/withdraw`, {})).status).toBe(303)
}

const put = (row: string, column: string, value: unknown) =>
  damage.database.prepare(`update applications set ${column} = ? where id = ?`).run(value, row)

test.each([1, 2] as const)(
  'what was handed in cannot be read (%s): the draft beside it is seen, changed and handed in',
  async (damaged) => {
    const made = await folder()
    damage.flip('applications', made.rows[damaged])
    await goesOn(made, damaged)
  },
)

test.each([
  [1, 'status', 'nowhere'],
  [2, 'mode', 'bogus'],
  [1, 'submitted_at', 'bogus'],
] as const)('a column cannot be read (%s, %s): so are those beside it', async (damaged, column, value) => {
  const made = await folder()
  put(made.rows[damaged], column, value)
  await goesOn(made, damaged)
})

test('a paper that only a damaged correction may ask for: its page names the row, and nothing is taken', async () => {
  const { one, rows } = await folder()
  damage.flip('applications', rows[2])
  const draft = /name="version" value="([^"]*)"/.exec((await one.get('/zh/apply/folder')).text.split('id="remove-3"')[1] ?? '')?.[1] ?? ''
  expect((await one.post('/zh/apply/folder', { remove: '3', sure: 'yes', version: draft })).status).toBe(303)
  const page = await one.get(asked)
  expect([page.status, page.text.includes(`applications/${rows[2]}`)]).toEqual([422, true])
  expect((await sendFile(site.port, one.cookies(), asked)).status).toBe(422)
  expect((await one.get('/zh/apply/papers/nothing~1')).status).toBe(404)
})

test('a possible duplicate that cannot be read: the case beside it says so', async () => {
  const born = { 'f-identity-number': '990000198601010016' }
  const [first, second] = [await handedIn(at(clerk), site.port, '630104', born), await handedIn(at(clerk), site.port, '630104', born)]
  damage.flip('applications', second.id)
  const { status, text } = await at(clerk).get(`/zh/desk/cases/${first.id}`)
  expect([status, text.includes(`applications/${second.id}`)]).toEqual([200, true])
})

test('a folder with a damaged date: the counter of its clerk still ends the session, and its code is tried like any other', async () => {
  const { one, code } = await folder()
  expect((await at(clerk).post('/zh/desk/counter', { ...newClient, who: 'existing', code, pin })).status).toBe(303)
  damage.database.prepare(`update folders set created_at = 'bogus'`).run()
  expect((await at(clerk).get('/zh/desk/counter')).status).toBe(200)
  expect((await at(clerk).post('/zh/desk/counter/end', {})).status).toBe(303)
  expect((await resident(site.port).post('/zh/applications/open', { code, pin })).status).toBe(303)
  expect((await resident(site.port).post('/zh/applications/open', { code, pin: '000000' })).text).not.toContain('folders/')
  expect((await one.get('/zh/applications')).status).toBe(422)
})

test('a rating that is none: the list of ratings names it', async () => {
  const { id, one } = await handedIn(at(clerk), site.port)
  await one.post('/zh/applications/1/withdraw', {})
  await one.post('/zh/applications/1/rate', { score: '1', words: '等太久·测试' })
  const [rating, note] = [damage.eventOf(id, 'rate'), damage.eventOf(id, 'withdraw')]
  damage.database.prepare(`update events set type = 'note' where id = ?`).run(rating)
  damage.database.prepare(`update events set type = 'rate' where id = ?`).run(note)
  const { status, text } = await at(supervisor).get('/zh/desk/ratings')
  expect([status, text.includes(`events/${note}`)]).toEqual([200, true])
})
