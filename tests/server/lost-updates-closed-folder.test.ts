import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import type { StaffRole } from '#app/domain/staff.ts'
import { type BuiltServer, send as sendTo, startBuilt } from '#tests/support/built-server.ts'
import { newClient, signedInAs } from '#tests/support/clerk.ts'
import { conflictIn, hiddenIn, send, trade, versionIn } from '#tests/support/lost-updates.ts'
import { fillIn, pin, type Resident, resident } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

let server: BuiltServer
const dataDir = mkdtempSync(join(tmpdir(), 'settle-updates-'))
beforeAll(async () => {
  server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
}, 60_000)
afterAll(() => server.stop())

/** Sends bytes as the script of the upload page does, or as something else. */
const sendBytes = (by: Resident, path: string, bytes = '', type = 'application/octet-stream') =>
  sendTo(
    server.port,
    'POST',
    path,
    {
      'Content-Type': type,
      Cookie: Object.entries(by.cookies())
        .map((pair) => pair.join('='))
        .join('; '),
    },
    bytes,
  )

/** What a page lists of what was typed, folded. */
const typedIn = (html: string) => /<details id="typed">([\s\S]*?)<\/details>/.exec(html)?.[1] ?? ''

describe('a step posted after its folder was closed', () => {
  const path = '/zh/apply/step/address/home'
  const text = '丙街 3 号'

  /** Somebody with a step open whose folder is closed on another tab; what they typed meets the page that opens a folder. */
  async function sentAfterClosing(mode = 'zh') {
    const one = resident(server.port)
    const code = await fillIn(one, ['skills-training'], trade)
    const at = path.replace('zh', mode)
    const typed = { ...hiddenIn((await one.get(at)).text), 'f-county': '630104', 'f-words': text }
    await one.post('/zh/applications/close', {})
    const openPage = await send(one, at, typed)
    return { one, code, openPage, typed }
  }

  test.each(languages)('is kept, and handed back once the folder is open again (%s)', async (mode) => {
    const { one, code, openPage } = await sentAfterClosing(mode)
    expect(openPage.status).toBe(200)
    expect(openPage.text).toContain(textOf(mode, 'application:open.carried'))
    // Nobody is left before a code that opens nothing any more.
    for (const key of ['deleted-elsewhere', 'anew']) expect(openPage.text).toContain(textOf(mode, `application:open.${key}`))
    expect(openPage.text).toContain(`href="/${mode}/apply"`)
    const { kept: carried = '' } = hiddenIn(openPage.text)
    expect(carried).not.toBe('')
    const wrong = await one.post(`/${mode}/applications/open`, { code, pin: '000000', kept: carried })
    expect([wrong.status, hiddenIn(wrong.text).kept]).toEqual([422, carried])
    const open = await one.post(`/${mode}/applications/open`, { code, pin, kept: carried })
    expect([open.status, hiddenIn(open.text)['f-words']]).toEqual([200, text])
    // What is sent can be read before, folded.
    expect(typedIn(open.text)).toMatch(new RegExp(`${textOf(mode, 'forms:fields.address.words.label')}[\\s\\S]*${text}`))
    expect(open.text).toContain(`href="${path.replace('zh', mode)}"`)
    const to = /<form method="post" action="([^"]+)" class="card"/.exec(open.text)?.[1] ?? ''
    expect(to).toBe(`/${mode}/apply/step/address/home`)
    expect((await one.post(to, hiddenIn(open.text))).status).toBe(303)
    expect((await one.get(to)).text).toContain(text)
  })

  test.each(languages)(
    'of which everything was deleted elsewhere can be copied from the page that opens nothing any more (%s)',
    async (mode) => {
      const [one, path] = [resident(server.port), `/${mode}/apply/step/own/n1`]
      await fillIn(one, ['skills-training'], trade)
      const typed = { ...hiddenIn((await one.get(path)).text), 'f-trade': '做凉面' }
      const other = resident(server.port, one.cookies())
      expect((await other.post('/zh/applications/delete', {})).headers.location).toContain('why=deleted')
      // Nobody can open it, and nothing says whether it was deleted or closed: what was typed is shown from what was sent.
      const openPage = await send(one, path, typed)
      const label = textOf(mode, 'services/skills-training:form.trade.label')
      expect(typedIn(openPage.text)).toMatch(new RegExp(`${label}[\\s\\S]*做凉面`))
      const there = mode === 'bo' ? 'zh' : 'bo'
      const carried = hiddenIn(openPage.text)
      const switched = await send(one, `/${mode}/applications/open`, { ...carried, code: '', 'switch-to': there })
      expect(typedIn(switched.text)).toContain(textOf(there, 'services/skills-training:form.trade.label'))
      expect(typedIn((await one.post(`/${mode}/applications/open`, { ...carried, code: 'x', pin })).text)).toContain('做凉面')
      // Without what came with it, or for another folder, it opens to nobody.
      const { mark: _, ...unmarked } = carried
      for (const fields of [unmarked, { ...carried, mark: 'x' }])
        expect((await one.post(`/${mode}/applications/open`, { ...fields, code: 'x', pin })).text).not.toContain('做凉面')
    },
  )

  test('and shows both where something else was saved meanwhile', async () => {
    const { one, code, openPage } = await sentAfterClosing()
    const other = resident(server.port)
    await other.post('/zh/applications/open', { code, pin })
    await other.post(path, { 'f-county': '630104', 'f-words': '丁街 4 号' })
    const open = await one.post('/zh/applications/open', { code, pin, kept: hiddenIn(openPage.text).kept ?? '' })
    const refused = await one.post(path, hiddenIn(open.text))
    expect(refused.status).toBe(409)
    expect(conflictIn(refused.text)).toMatch(/丁街 4 号[\s\S]*丙街 3 号/)
  })

  test('whoever opens another folder gets nothing of it, nor does what was altered come back', async () => {
    const { one, code: first, openPage } = await sentAfterClosing()
    const { kept: carried = '' } = hiddenIn(openPage.text)
    const code = await fillIn(resident(server.port), ['skills-training'], trade)
    for (const held of [carried, `${carried.slice(0, -4)}AAAA`, 'x']) {
      const other = resident(server.port, one.cookies())
      const open = await other.post('/zh/applications/open', { code, pin, kept: held })
      // It is said, and what was kept stays in the page until its own folder is opened.
      expect([open.status, open.text.includes(textOf('zh', 'application:open.carried-elsewhere'))]).toEqual([200, true])
      expect(open.text).not.toContain(text)
      expect(hiddenIn(open.text)).toEqual({ kept: held })
      expect((await other.get('/zh/applications')).text).toContain(code)
    }
    const own = await resident(server.port, one.cookies()).post('/zh/applications/open', { code: first, pin, kept: carried })
    expect(hiddenIn(own.text)['f-words']).toBe(text)
  })

  test('is never saved in another folder that is open in the same browser by then', async () => {
    const { one, typed } = await sentAfterClosing()
    await fillIn(one, ['skills-training'], trade)
    const before = (await one.get(path)).text
    const openPage = await send(one, path, { ...typed, version: versionIn(before) })
    expect(openPage.text).toContain(textOf('zh', 'application:open.carried'))
    expect((await one.get(path)).text).not.toContain(text)
  })

  test('says which folder it is of by its version too: the same that stands in another is another version', async () => {
    const [one, other] = [resident(server.port), resident(server.port)]
    for (const by of [one, other]) await fillIn(by, ['skills-training'], trade)
    const of = (await one.get(path)).text
    const typed = { 'f-county': '630104', 'f-words': text, version: versionIn(of) }
    expect(versionIn((await other.get(path)).text)).not.toBe(typed.version)
    const refused = await send(other, path, typed)
    expect([refused.status, conflictIn(refused.text).includes(text)]).toEqual([409, true])
    expect((await other.get(path)).text).not.toContain(text)
    expect((await send(one, path, typed)).status).toBe(303)
  })

  test('leads nowhere but to pages of the folder', async () => {
    const { one, code, typed } = await sentAfterClosing()
    const openPage = await one.post('/zh/applications/open?to=//evil.example/zh/apply', typed)
    expect(hiddenIn(openPage.text).kept).toBeUndefined()
    expect((await one.post('/zh/applications/open', { code, pin })).headers.location).toBe('/zh/applications')
  })
})

test('photographs sent after the folder was closed, or to another one, were not taken, and it is said', async () => {
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], trade)
  const paper = /href="(\/zh\/apply\/papers\/[^"]+)"/.exec((await one.get('/zh/apply/papers')).text)?.[1] ?? ''
  const { folder = '' } = hiddenIn((await one.get(paper)).text)
  const photographs = async (by: Resident) => {
    const form = new FormData()
    form.append('folder', folder)
    form.append('files', new Blob([Buffer.from('%PDF-1.4')], { type: 'application/pdf' }), 'a.pdf')
    const headers = {
      Cookie: Object.entries(by.cookies())
        .map((pair) => pair.join('='))
        .join('; '),
    }
    return fetch(server.url + paper, { method: 'POST', body: form, headers, redirect: 'manual' })
  }
  const other = resident(server.port)
  await fillIn(other, ['skills-training'], trade)
  for (const by of [other, resident(server.port)]) {
    const answer = await photographs(by)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/zh/applications/open?why=photos'])
  }
  expect((await one.get('/zh/applications/open?why=photos')).text).toContain(textOf('zh', 'application:open.photos'))
})

test('photographs sent in pieces go to the folder their page was opened in, or nowhere', async () => {
  const [one, other] = [resident(server.port), resident(server.port)]
  for (const by of [one, other]) await fillIn(by, ['skills-training'], trade)
  const paper = /href="(\/zh\/apply\/papers\/[^"]+)"/.exec((await one.get('/zh/apply/papers')).text)?.[1] ?? ''
  const { folder = '' } = hiddenIn((await one.get(paper)).text)
  const bytes = Buffer.from('%PDF-1.4 测试')
  const started = await sendBytes(one, `${paper}/pieces?start&size=${bytes.length}&folder=${folder}`)
  expect(started.status).toBe(201)
  const { id } = JSON.parse(started.text)
  const elsewhere = [await sendBytes(other, `${paper}/pieces?start&size=9&folder=${folder}`)]
  elsewhere.push(await sendBytes(other, `${paper}/pieces/${id}?offset=0&folder=${folder}`))
  for (const answer of elsewhere) expect([answer.status, answer.headers.location]).toEqual([303, '/zh/applications/open?why=photos'])
  // What names no folder is of none: a page of ours always names its own.
  const unnamed = await sendBytes(one, `${paper}/pieces?start&size=9`)
  expect([unnamed.status, unnamed.headers.location]).toEqual([303, '/zh/applications/open?why=photos'])
  const closed = await sendBytes(resident(server.port), `${paper}/pieces?start&size=9&folder=${folder}`)
  expect(closed.headers.location).toBe('/zh/applications/open?why=photos')
})

test('a piece of a file is taken as the bytes it is, and nothing else for one', async () => {
  const one = resident(server.port)
  await fillIn(one, ['skills-training'], trade)
  const paper = /href="(\/zh\/apply\/papers\/[^"]+)"/.exec((await one.get('/zh/apply/papers')).text)?.[1] ?? ''
  const { folder = '' } = hiddenIn((await one.get(paper)).text)
  const start = `${paper}/pieces?start&size=4&folder=${folder}`
  const { id } = JSON.parse((await sendBytes(one, start, '')).text)
  const piece = `${paper}/pieces/${id}?offset=0&folder=${folder}`
  const addresses = [start, piece, piece.replace('/apply/', '/x/../apply/'), piece.replace('pieces', '%70ieces'), `${paper}/pieces/x`]
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    for (const path of addresses) expect([400, 415], path).toContain((await sendBytes(one, path, 'a=b', type)).status)
  expect(JSON.parse((await one.get(`${paper}/pieces/${id}`)).text)).toMatchObject({ offset: 0 })
})

describe('a step of staff in a folder of their own', () => {
  const path = '/zh/apply/step/address/home'
  const text = '己街 6 号'

  /** Somebody who opened a step of their own folder, then signed in at the desk in the same browser, and sends the step. */
  async function typedSignedIn(role: StaffRole) {
    const own = resident(server.port)
    const code = await fillIn(own, ['skills-training'], trade)
    const typed = { ...hiddenIn((await own.get(path)).text), 'f-county': '630104', 'f-words': text }
    const { session } = await signedInAs(dataDir, role)
    const at = resident(server.port, { ...own.cookies(), staff: session })
    return { own, code, at, typed, session, answer: await send(at, path, typed) }
  }

  const signedOut = async (session: string) =>
    String((await resident(server.port, { staff: session }).get('/zh/desk')).headers.location).includes('/desk/sign-in')

  test.each(['reviewer', 'supervisor', 'administrator'] as const)(
    'is not saved while they are signed in, is kept, and handed back once they have signed out (%s)',
    async (role) => {
      const { own, code, at, session, answer: openPage } = await typedSignedIn(role)
      expect([openPage.status, openPage.text.includes(textOf('zh', 'common:sign-out.first'))]).toEqual([200, true])
      expect(openPage.text).toContain(textOf('zh', 'application:open.carried-signed-in'))
      expect(openPage.text).not.toContain(text)
      const { kept: carried = '' } = hiddenIn(openPage.text)
      // Neither their own folder nor another is opened while they are signed in; in the other language it stays in the page too.
      const opening = await at.post('/zh/applications/open', { code, pin, kept: carried })
      expect([opening.headers['set-cookie'], hiddenIn(opening.text).kept]).toEqual([undefined, carried])
      const inBo = await send(at, '/zh/applications/open', { kept: carried, 'switch-to': 'bo' })
      expect([inBo.text.includes(textOf('bo', 'common:sign-out.first')), hiddenIn(inBo.text).kept]).toEqual([true, carried])
      expect((await own.get(path)).text).not.toContain(text)
      const out = await at.post('/zh/applications/open', { kept: carried, 'sign-out': 'yes' })
      expect([out.status, hiddenIn(out.text)['f-words'], await signedOut(session)]).toEqual([200, text, true])
      expect((await at.post(path, hiddenIn(out.text))).status).toBe(303)
      expect((await own.get(path)).text).toContain(text)
    },
  )

  test('is handed back by code and PIN where their folder was closed meanwhile, whose it is only', async () => {
    const { own, code, at, answer: openPage } = await typedSignedIn('reviewer')
    const { kept: carried = '' } = hiddenIn(openPage.text)
    await own.post('/zh/applications/close', {})
    const out = await at.post('/zh/applications/open', { kept: carried, 'sign-out': 'yes' })
    expect([out.text.includes(text), hiddenIn(out.text).kept]).toEqual([false, carried])
    const open = await at.post('/zh/applications/open', { code, pin, kept: carried })
    expect(hiddenIn(open.text)['f-words']).toBe(text)
  })

  test('is handed back to a clerk too, who may also begin to help', async () => {
    const { at, session, answer: counterPage } = await typedSignedIn('clerk')
    for (const key of ['counter:carried', 'common:sign-out.own']) expect(counterPage.text).toContain(textOf('zh', key))
    const { kept: carried = '' } = hiddenIn(counterPage.text)
    const out = await at.post('/zh/applications/open', { kept: carried, 'sign-out': 'yes' })
    expect([hiddenIn(out.text)['f-words'], await signedOut(session)]).toEqual([text, true])
  })

  test('typed before a clerk signed in beside the page that opens a folder goes on to the counter', async () => {
    const own = resident(server.port)
    const code = await fillIn(own, ['skills-training'], trade)
    const typed = { ...hiddenIn((await own.get(path)).text), 'f-county': '630104', 'f-words': text }
    await own.post('/zh/applications/close', {})
    const { kept: carried = '' } = hiddenIn((await send(own, path, typed)).text)
    const { session } = await signedInAs(dataDir, 'clerk')
    const counter = await send(resident(server.port, { ...own.cookies(), staff: session }), '/zh/applications/open', {
      code,
      pin,
      kept: carried,
    })
    expect([counter.text.includes(textOf('zh', 'counter:carried')), hiddenIn(counter.text).kept]).toEqual([true, carried])
  })

  test('photographs are not kept, and it is said', async () => {
    const { at, own } = await typedSignedIn('reviewer')
    const paper = /href="(\/zh\/apply\/papers\/[^"]+)"/.exec((await own.get('/zh/apply/papers')).text)?.[1] ?? ''
    const response = await sendBytes(at, `${paper}/pieces?start&size=9&folder=x`)
    expect(response.headers.location).toBe('/zh/applications/open?why=photos')
    expect((await at.get('/zh/applications/open?why=photos')).text).toContain(textOf('zh', 'application:open.photos-signed-in'))
  })
})

test('what a clerk chose to begin with on a screen that locked meanwhile is kept behind the lock', async () => {
  const { session } = await signedInAs(dataDir, 'clerk', { idleMinutes: 11 })
  const at = resident(server.port, { staff: session })
  const chosen = { pick: 'skills-training', who: '1', pin, again: pin }
  const sent = await at.post('/zh/apply', chosen)
  expect([sent.status, sent.headers.location]).toEqual([307, '/zh/desk/unlock?to=%2Fzh%2Fapply'])
  const unlockPage = await at.post(at.at(), chosen)
  expect([unlockPage.text.includes(textOf('zh', 'account:unlock.carried')), unlockPage.text.includes(pin)]).toEqual([true, false])
  expect(hiddenIn(unlockPage.text).kept).not.toBe('')
})

describe('a step of a clerk', () => {
  const path = '/zh/apply/step/address/home'
  const assistAgain = { ...newClient, who: 'existing' }

  test('posted after the help ended is kept for that folder, and handed back when it is helped again', async () => {
    const { session } = await signedInAs(dataDir, 'clerk')
    const at = resident(server.port, { staff: session })
    await at.post('/zh/desk/counter', newClient)
    const code = await fillIn(at, ['skills-training'], trade)
    const typed = { ...hiddenIn((await at.get(path)).text), 'f-county': '630104', 'f-words': '戊街 5 号' }
    await at.post('/zh/desk/counter/end', {})
    const counter = await send(at, path, typed)
    expect(counter.text).toContain(textOf('zh', 'counter:carried'))
    const { kept: carried = '' } = hiddenIn(counter.text)
    const begun = await at.post('/zh/desk/counter', { ...assistAgain, code, pin, kept: carried })
    expect([begun.status, hiddenIn(begun.text)['f-words']]).toEqual([200, '戊街 5 号'])
    expect((await at.post(path, hiddenIn(begun.text))).status).toBe(303)
    expect((await at.get(path)).text).toContain('戊街 5 号')
    const next = await fillIn(resident(server.port), ['skills-training'], trade)
    expect((await at.post('/zh/desk/counter', { ...assistAgain, code: next, pin, kept: carried })).headers.location).toBe(
      '/zh/desk/counter',
    )
  })
})
