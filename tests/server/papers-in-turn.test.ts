import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Language, languages } from '#app/domain/language.ts'
import { administratorOf, makeHall, makeStaff } from '#tests/support/accounts.ts'
import { answerBy } from '#tests/support/answer-by.ts'
import { type BuiltServer, startBuilt } from '#tests/support/built-server.ts'
import { hiddenIn, trade } from '#tests/support/lost-updates.ts'
import { sendFile } from '#tests/support/paper.ts'
import { fillIn, type Resident, resident } from '#tests/support/resident.ts'
import { handedIn } from '#tests/support/submitted-application.ts'
import { textOf } from '#tests/support/texts.ts'

// Papers one after the other, also in a correction; and what a resident reads once something is handed in, or withdrawn.

vi.setConfig({ testTimeout: 180_000 })
let server: BuiltServer
let [clerk, reviewer]: Resident[] = []
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' })
  const administrator = await administratorOf(server)
  const hall = await makeHall(administrator, '630104')
  clerk = (await makeStaff(administrator, { role: 'clerk', hall })).browser
  reviewer = (await makeStaff(administrator, { role: 'reviewer', hall })).browser
}, 180_000)
afterAll(() => server.stop())

const them = () => ({ clerk: clerk ?? expect.fail(), reviewer: reviewer ?? expect.fail() })
const t = (key: string, language: Language = 'zh') => textOf(language, key)
const mainIn = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const nextIn = (html: string) => /<a class="button" href="([^"]+)" id="next">/.exec(html)?.[1]
const idCard = '/zh/apply/papers/id-card~1'

/** Has something asked for at the desk. */
async function asksFor(id: string, asked: Record<string, string>): Promise<void> {
  const path = `/zh/desk/cases/${id}/corrections`
  const { reviewer } = them()
  const seen = hiddenIn((await reviewer.get(path)).text).seen ?? ''
  expect((await reviewer.post(path, { seen, ...answerBy, ...asked })).status).toBe(303)
}

test('once a page is there, the next paper leads on, and another page can be added', async () => {
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], trade)
  const papers = [...(await one.get('/zh/apply/papers')).text.matchAll(/href="(\/zh\/apply\/papers\/[^"]+)"/g)].map(([, to = '']) => to)
  expect(papers.length).toBe(2)
  const [first = '', second = ''] = papers
  const empty = mainIn((await one.get(first)).text)
  expect([nextIn(empty), empty.includes(t('apply:paper.bring'))]).toEqual([undefined, true])
  await sendFile(server.port, one.cookies(), first)
  const sent = mainIn((await one.get(first)).text)
  expect(nextIn(sent)).toBe(second)
  expect(sent).toContain(t('apply:paper.add'))
  expect(sent).toContain(t('apply:papers.sent').replace('{{count}}', '1'))
  expect(sent).not.toContain(t('apply:paper.bring'))
  await sendFile(server.port, one.cookies(), second)
  const last = mainIn((await one.get(second)).text)
  expect(nextIn(last)).toBe('/zh/apply/papers')
  expect(last).toContain(t('apply:paper.all-seen'))
})

test('in a correction the page of a paper says what was asked, and which photograph was not taken; nothing asked for is called optional', async () => {
  const { id, one } = await handedIn(them().clerk, server.port)
  await asksFor(id, {
    ...{ 'ask-paper/id-card~1': 'on', 'reason-paper/id-card~1': 'unreadable', 'words-paper/id-card~1': '四个角都要拍到' },
    ...{ 'ask-contact/home/phone': 'on', 'reason-contact/home/phone': 'missing' },
  })
  const correction = mainIn((await one.get('/zh/applications/1/correct')).text)
  expect(correction).toContain(t('forms:fields.contact.phone.label'))
  expect(correction).not.toContain(t('forms:optional'))
  const before = mainIn((await one.get(idCard)).text)
  for (const text of ['四个角都要拍到', t('application:reason.unreadable'), t('apply:paper.refused-before')]) expect(before).toContain(text)
  expect(nextIn(before)).toBeUndefined()
  await sendFile(server.port, one.cookies(), idCard)
  const after = mainIn((await one.get(idCard)).text)
  expect(after.split(t('apply:paper.refused-before')).length).toBe(2)
  expect(nextIn(after)).toBe('/zh/applications/1/correct')
})

test.each(languages)(
  'what was handed in is said to be done, where it is and what to have ready, until the hall takes it in (%s)',
  async (mode) => {
    const { id, one, code } = await handedIn(them().clerk, server.port)
    const done = async () => mainIn((await one.get(`/${mode}/applications`)).text)
    const said = await done()
    expect((await one.get(`/${mode}/applications`)).text).toContain(`<title>${t('application:handed-in.title', mode)}`)
    const hall = textOf(mode, 'places:counties.630104')
    for (const text of [
      t('application:handed-in.title', mode),
      code,
      hall,
      t('application:handed-in.told', mode),
      t('application:handed-in.no-call', mode),
      t('forms:papers.id-card', mode),
    ])
      expect(said).toContain(text)
    expect(said).toContain(`class="button" href="/${mode}/applications/slip"`)
    // The slip lists every original, also of what was photographed, and says where it stands.
    const slip = mainIn((await one.get(`/${mode}/applications/slip`)).text)
    for (const key of ['application:status.submitted.name', 'forms:papers.id-card', 'application:slip.sent']) expect(slip).toContain(t(key))
    const seen = hiddenIn((await them().clerk.get(`/zh/desk/cases/${id}`)).text).seen ?? ''
    await them().clerk.post(`/zh/desk/cases/${id}`, { do: 'accept', seen })
    expect(await done()).not.toContain(t('application:handed-in.title', mode))
  },
)

test('who withdraws reads what becomes of the photographs; what is applied for again is filled in already, to be looked through', async () => {
  const { one } = await handedIn(them().clerk, server.port)
  expect((await one.get('/zh/applications/1/withdraw')).text).toContain(t('application:withdraw.files'))
  expect((await one.post('/zh/applications/1/withdraw', {})).status).toBe(303)
  const ended = (await one.get('/zh/applications/1')).text
  const again = hiddenIn(/<form id="again"[\s\S]*?<\/form>/.exec(ended)?.[0] ?? '')
  expect((await one.post('/zh/apply', again)).status).toBe(303)
  const folder = mainIn((await one.get('/zh/apply/folder')).text)
  expect(folder).toContain(t('apply:folder.look'))
  expect(folder).not.toContain(t('apply:folder.open'))
})
