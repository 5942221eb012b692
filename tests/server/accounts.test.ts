import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  administratorOf,
  codeOf,
  endSession,
  errorsIn,
  freshLogin,
  invite,
  linkIn,
  lockScreen,
  makeHall,
  makeStaff,
  printedLink,
  type StaffMember,
  signedInAs,
  staffPassword,
} from '#tests/support/accounts.ts'
import { type BuiltServer, outputWith, send, startBuilt } from '#tests/support/built-server.ts'
import { resident } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

const says = (key: string) => textOf('zh', `account:${key}`)
const another = 'seven sheep on the hill'
const passwords = (password: string, again = password) => ({ password, again })

describe('the first start', { timeout: 240_000 }, () => {
  test('prints a single-use link; nobody has a password before; no secret is stored in clear', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'settle-accounts-'))
    let server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
    const first = printedLink(server.output()) ?? ''
    expect(first).toMatch(/^\/zh-bo\/desk\/invitation\/[\w-]{43}$/)
    server.process.kill('SIGTERM')
    await new Promise((resolve) => server.process.once('exit', resolve))

    server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
    const link = (printedLink(server.output()) ?? '').replace('/zh-bo/', '/zh/')
    const one = resident(server.port)
    const replaced = await one.get(first.replace('/zh-bo/', '/zh/'))
    expect([replaced.status, replaced.text.includes(says('invitation.gone-first-text').replace('{{hours}}', '72'))]).toEqual([404, true])
    const page = await one.get(link)
    expect(page.text).toContain(says('invitation.first-lead'))
    const names = { name: '管理·测试', login: 'guanli.ceshi' }
    const wrong = await one.post(link, { name: '', login: 'a b', ...passwords('short', 'other') })
    expect(wrong.status).toBe(422)
    for (const key of ['password-short', 'login-form']) expect(wrong.text).toContain(says(`errors.${key}`).replace('{{least}}', '12'))
    expect((await one.post(link, { ...names, ...passwords('guanli.ceshi1') })).text).toContain(says('errors.password-like-login'))
    expect((await one.post(link, { ...names, ...passwords('password2024') })).text).toContain(says('errors.password-common'))
    const both = await Promise.all([
      one.post(link, { ...names, ...passwords(another) }),
      one.post(link, { ...names, ...passwords(another) }),
    ])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const used = await one.get(link)
    expect([used.status, used.text.includes(says('invitation.used-text'))]).toEqual([404, true])
    expect((await one.post(link, { ...names, ...passwords(another) })).status).not.toBe(303)
    expect((await one.post('/zh/desk/sign-in', { login: ' Guanli.Ceshi ', password: another })).headers.location).toBe('/zh/desk')
    const session = Object.values(one.cookies())[0] ?? ''
    expect(session).toHaveLength(43)

    const log = (await outputWith(server, '"/zh/desk/sign-in"')).split('\n').slice(1).join('\n')
    const database = ['settle.sqlite', 'settle.sqlite-wal'].map((name) => readFileSync(join(dataDir, name), 'latin1')).join('')
    const token = link.split('/').at(-1) ?? ''
    for (const secret of [another, session, 'guanli', '管理'])
      expect([log.includes(secret), database.includes(Buffer.from(secret).toString('latin1'))], secret).toEqual([false, false])
    expect(database).not.toContain(token)
    expect(server.output().split(token)).toHaveLength(2)
    await server.stop()
  })
})

describe('at the desk', { timeout: 60_000 }, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-accounts-'))
  let server: BuiltServer
  let administrator: StaffMember
  let hall: string
  beforeAll(async () => {
    server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
    administrator = await administratorOf(server)
    hall = await makeHall(administrator, '632621')
  }, 120_000)
  afterAll(() => server.stop())

  const clerk = () => makeStaff(administrator, { role: 'clerk', hall })
  const signIn = (login: string, password: string, more: Record<string, string> = {}) =>
    resident(server.port).post('/zh/desk/sign-in', { login, password, ...more })

  test('without a session every page redirects to sign-in and back; `to` leads nowhere else', async () => {
    const { login } = await clerk()
    const one = resident(server.port)
    expect((await one.get('/zh/desk/account?a=b')).headers.location).toBe('/zh/desk/sign-in?to=%2Fzh%2Fdesk%2Faccount%3Fa%3Db')
    const back = await one.post(one.at(), { login, password: staffPassword })
    expect([back.status, back.headers.location]).toEqual([303, '/zh/desk/account?a=b'])
    for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', '/zh/apply', '/zh/desk/../apply', '/zh/desk/sign-out']) {
      const answer = await resident(server.port).post(`/zh/desk/sign-in?to=${encodeURIComponent(to)}`, { login, password: staffPassword })
      expect(answer.headers.location, to).toBe('/zh/desk')
    }
  })

  test('a wrong password, an unknown name and an inactive account get the same answer', async () => {
    const off = await clerk()
    await administrator.browser.post(`/zh/desk/staff/${off.id}`, { do: 'off' })
    const { login } = await clerk()
    const answers = [await signIn(login, another), await signIn('nobody.ceshi', another), await signIn(off.login, staffPassword)]
    const shown = answers.map(({ text, status }) => `${status} ${text.replaceAll(/value="[^"]*"/g, '')}`)
    expect(new Set(shown).size).toBe(1)
    expect(answers[0]?.status).toBe(422)
    expect(answers[0]?.text).not.toContain(another)
  })

  test('the sixth try is not checked, for a name that exists as for one that does not; concurrent tries get no more', async () => {
    const { login } = await clerk()
    for (const name of [login, 'nobody.else.ceshi']) {
      const tries = await Promise.all(Array.from({ length: 9 }, () => signIn(name, another)))
      expect(tries.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(5)
      const after = await signIn(name, staffPassword)
      expect(after.status).toBe(429)
      expect(errorsIn(after.text)).toContain('30')
    }
  })

  test('signing out ends the session on the server too; every session has a secret of its own', async () => {
    const { browser, login, cookies } = await clerk()
    const before = cookies()
    expect((await signedInAs(server.port, login)).cookies()).not.toEqual(before)
    expect((await browser.post('/zh/desk/sign-out', {})).headers.location).toBe('/zh/desk/sign-in?why=out')
    expect((await resident(server.port, before).get('/zh/desk')).status).toBe(303)
    expect((await browser.get('/zh/desk/sign-out')).status).toBe(303)
  })

  test('sign out everywhere; a new password ends every other session', async () => {
    const { login, browser } = await clerk()
    const other = await signedInAs(server.port, login)
    expect((await browser.post('/zh/desk/account', { do: 'password', current: another, ...passwords(another) })).text).toContain(
      says('errors.password-wrong'),
    )
    const changed = await browser.post('/zh/desk/account', { do: 'password', current: staffPassword, ...passwords(another) })
    expect(changed.status).toBe(303)
    expect([(await browser.get('/zh/desk')).status, (await other.browser.get('/zh/desk')).status]).toEqual([200, 303])
    expect((await signIn(login, staffPassword)).status).toBe(422)
    expect((await browser.post('/zh/desk/account', { do: 'everywhere' })).status).toBe(303)
    expect((await browser.get('/zh/desk')).status).toBe(303)
  })

  test('a locked screen is unlocked with the password and leads back', async () => {
    const member = await clerk()
    const { browser } = member
    lockScreen(dataDir, member)
    const locked = await browser.get('/zh/desk/account?a=b')
    expect(locked.headers.location).toBe('/zh/desk/unlock?to=%2Fzh%2Fdesk%2Faccount%3Fa%3Db')
    expect((await browser.get(browser.at())).text).toContain(says('unlock.title'))
    const at = browser.at()
    const wrong = await browser.post(at, { kept: '', 'unlock-password': another })
    expect([wrong.status, errorsIn(wrong.text).includes(says('errors.password-wrong'))]).toEqual([422, true])
    expect((await browser.post(at, { kept: '', 'unlock-password': staffPassword })).headers.location).toBe('/zh/desk/account?a=b')
    expect((await browser.get('/zh/desk/account')).status).toBe(200)
  })

  test('a form posted from a locked screen is saved, hidden while it is locked, and sent afterwards', async () => {
    const member = await makeStaff(administrator, { role: 'administrator' })
    const { browser } = member
    lockScreen(dataDir, member)
    const typed = { place: '632600', zh: '果洛测试大厅', bo: 'མགོ་ལོག་ཚོད་ལྟའི་ཚོམས་ཆེན' }
    const met = await browser.post('/zh/desk/halls', typed)
    expect([met.status, met.headers.location]).toEqual([307, '/zh/desk/unlock?to=%2Fzh%2Fdesk%2Fhalls'])
    const locked = await browser.post('/zh/desk/unlock?to=/zh/desk/halls', typed)
    expect(locked.text).toContain(says('unlock.carried'))
    expect(locked.text).not.toContain(typed.zh)
    const carried = /name="kept" value="([^"]+)"/.exec(locked.text)?.[1] ?? ''
    expect((await resident(server.port, browser.cookies()).post('/zh/desk/halls', typed)).status).toBe(307)
    const wrong = await browser.post('/zh/desk/unlock?to=/zh/desk/halls', { kept: carried, 'unlock-password': another })
    expect(wrong.text).toContain(`value="${carried}"`)
    const open = await browser.post('/zh/desk/unlock?to=/zh/desk/halls', { kept: carried, 'unlock-password': staffPassword })
    expect(open.text).toContain('action="/zh/desk/halls"')
    const fields = Object.fromEntries(
      [...open.text.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, k = '', v = '']) => [k, v]),
    )
    expect(fields).toEqual(typed)
    expect((await browser.post('/zh/desk/halls', fields)).status).toBe(303)
    expect((await browser.get('/zh/desk/halls')).text).toContain(typed.zh)
  })

  test('a resumed form belongs to its session only, and may be large', async () => {
    const [one, other] = [
      await makeStaff(administrator, { role: 'administrator' }),
      await makeStaff(administrator, { role: 'administrator' }),
    ]
    for (const member of [one, other]) lockScreen(dataDir, member)
    const long = 'རི་མོ་'.repeat(1000)
    const locked = await one.browser.post('/zh/desk/unlock?to=/zh/desk/halls', { zh: long })
    const carried = /name="kept" value="([^"]+)"/.exec(locked.text)?.[1] ?? ''
    const unlocking = { kept: carried, 'unlock-password': staffPassword }
    expect((await other.browser.post('/zh/desk/unlock?to=/zh/desk/halls', unlocking)).headers.location).toBe('/zh/desk/halls')
    expect((await one.browser.post('/zh/desk/unlock?to=/zh/desk/halls', unlocking)).text).toContain(long)
  })

  test('a form posted after the session ended is saved for its account, and sent after signing in; another account sees nothing', async () => {
    const [one, other] = [
      await makeStaff(administrator, { role: 'administrator' }),
      await makeStaff(administrator, { role: 'administrator' }),
    ]
    endSession(dataDir, one)
    // Also a form that has a sign-in name in it.
    const typed = { name: '卓玛·测试', login: 'zhuoma.ceshi', role: 'clerk', hall: '' }
    const met = await one.browser.post('/zh/desk/staff', typed)
    expect([met.status, met.headers.location]).toEqual([307, '/zh/desk/sign-in?to=%2Fzh%2Fdesk%2Fstaff'])
    const signInPath = '/zh/desk/sign-in?to=/zh/desk/staff'
    const asked = await one.browser.post(signInPath, typed)
    expect(asked.text).toContain(says('sign-in.carried'))
    expect(asked.text).not.toContain(typed.name)
    const carried = /name="kept" value="([^"]+)"/.exec(asked.text)?.[1] ?? ''
    const entering = (login: string, more = {}) => ({ login, password: staffPassword, kept: carried, ...more })
    const wrong = await one.browser.post(signInPath, { ...entering(one.login), password: another })
    expect(wrong.text).toContain(`value="${carried}"`)
    expect((await one.browser.post(signInPath, entering(one.login, { 'switch-to': 'bo' }))).status).toBe(307)
    expect((await resident(server.port).post(signInPath, entering(other.login))).headers.location).toBe('/zh/desk/staff')
    const again = await one.browser.post(signInPath, entering(one.login))
    expect(again.text).toContain('action="/zh/desk/staff"')
    expect(again.text).toContain(typed.name)
    expect((await one.browser.get('/zh/desk/staff')).status).toBe(200)
    const nobody = await resident(server.port).post(signInPath, typed)
    expect([nobody.text.includes(says('sign-in.carried')), nobody.text.includes(typed.name)]).toEqual([false, false])
  })

  test('disabling signs out at once; enabling allows sign-in again', async () => {
    const { id, browser, login } = await clerk()
    expect((await administrator.browser.post(`/zh/desk/staff/${id}`, { do: 'off' })).status).toBe(303)
    expect((await browser.get('/zh/desk')).status).toBe(303)
    expect((await administrator.browser.post(`/zh/desk/staff/${id}`, { do: 'link' })).text).toContain(says('errors.off'))
    await administrator.browser.post(`/zh/desk/staff/${id}`, { do: 'on' })
    expect((await signIn(login, staffPassword)).status).toBe(303)
  })

  test.each(['http', 'https'])('a link to hand over has the address the administrator has the site at, by %s', async (scheme) => {
    const { id } = await clerk()
    const cookies = Object.entries(administrator.browser.cookies()).map(([name, value]) => `${name}=${value}`)
    const page = (await administrator.browser.get(`/zh/desk/staff/${id}`)).text
    const version = [...page.matchAll(/name="version" value="([^"]*)"/g)].at(-1)?.[1] ?? ''
    const post = (headers: Record<string, string>) =>
      send(
        server.port,
        'POST',
        `/zh/desk/staff/${id}`,
        { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookies.join('; '), ...headers },
        new URLSearchParams({ do: 'link', version }).toString(),
      )
    const Origin = `${scheme}://127.0.0.1:${server.port}`
    const { text } = await post({ Origin })
    expect(text).toContain(`>${Origin}${linkIn(text)}</a>`)
    expect(text).not.toContain(says('link.put-before'))
    const unsaid: Record<string, string>[] = [{}, { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }]
    for (const headers of unsaid) {
      const bare = (await post(headers)).text
      expect(bare).toContain(`>${linkIn(bare)}</a>`)
      expect(bare).toContain(says('link.put-before'))
    }
    expect((await post({ Origin: 'http://evil.example' })).status).toBe(403)
  })

  test('a new link after a forgotten password is shown once, valid once, and ends a lockout', async () => {
    const { id, login, browser } = await clerk()
    const shown = await administrator.browser.post(`/zh/desk/staff/${id}`, { do: 'link' })
    const link = linkIn(shown.text)
    expect((await administrator.browser.get(`/zh/desk/staff/${id}`)).text).not.toContain('invitation')
    for (let at = 0; at < 6; at++) await signIn(login, 'a wrong password')
    const one = resident(server.port)
    expect((await one.get(link)).text).toContain(login)
    expect((await one.post(link, passwords(another))).headers.location).toBe('/zh/desk/sign-in?why=chosen')
    expect((await one.get(link)).status).toBe(404)
    expect((await browser.get('/zh/desk')).status).toBe(303)
    expect([(await signIn(login, staffPassword)).status, (await signIn(login, another)).status]).toEqual([422, 303])
  })

  test('nothing is said of an old password to whoever never chose one', async () => {
    const { id, link: before } = await invite(administrator, { role: 'clerk', hall })
    const at = `/zh/desk/staff/${id}`
    const saidOf = async (act: 'link' | 'on') => {
      const { text } = await administrator.browser.get(at)
      return [text.includes(says(`acts.${act}.help`)), text.includes(says(`acts.${act}.help-first`))]
    }
    const off = (how: 'off' | 'on') => administrator.browser.post(at, { do: how })
    expect(await saidOf('link')).toEqual([false, true])
    await off('off')
    expect(await saidOf('on')).toEqual([false, true])
    await off('on')
    expect((await resident(server.port).get(before)).status).toBe(404)
    const link = linkIn((await administrator.browser.post(at, { do: 'link' })).text)
    expect((await resident(server.port).post(link, passwords(another))).status).toBe(303)
    expect(await saidOf('link')).toEqual([true, false])
    await off('off')
    expect(await saidOf('on')).toEqual([true, false])
  })

  const handedIn = (html: string) => /name="handed"[^>]* value="([\w-]{43})"/.exec(html)?.[1] ?? 'none'

  test('a link to hand over stays on its page through a switch of the language, and is shown nowhere else', async () => {
    const [{ id }, other] = [await clerk(), await clerk()]
    const pages = [
      {
        at: '/desk/staff',
        shown: await administrator.browser.post('/zh/desk/staff', { name: '扎西·测试', login: freshLogin(), role: 'clerk', hall }),
      },
      { at: `/desk/staff/${id}`, shown: await administrator.browser.post(`/zh/desk/staff/${id}`, { do: 'link' }) },
    ]
    for (const { at, shown } of pages) {
      const handed = handedIn(shown.text)
      const fields = { handed, 'switch-to': 'bo', role: 'clerk', hall }
      expect((await administrator.browser.post(`/zh${at}`, fields)).headers.location).toBe(`/bo${at}`)
      const again = await administrator.browser.post(`/bo${at}`, fields)
      expect([again.status, linkIn(again.text)]).toEqual([200, linkIn(shown.text).replace('/zh/', '/bo/')])
      expect(handedIn(again.text)).toBe(handed)
      for (const wrong of [
        { ...fields, handed: `${handed.slice(0, -1)}_` },
        { ...fields, handed: '' },
      ])
        expect(linkIn((await administrator.browser.post(`/bo${at}`, wrong)).text)).toBe('')
      expect(linkIn((await administrator.browser.post(`/bo/desk/staff/${other.id}`, fields)).text)).toBe('')
      expect((await resident(server.port).get(linkIn(again.text))).status).toBe(200)
    }
  })

  test("administrators' pages do not exist for others, and redirect to sign-in without a session", async () => {
    const { id } = await clerk()
    const pages = ['/zh/desk/staff', `/zh/desk/staff/${id}`, '/zh/desk/halls', `/zh/desk/halls/${hall}`]
    for (const role of ['clerk', 'reviewer', 'supervisor'] as const) {
      const { browser } = await makeStaff(administrator, { role, hall })
      for (const page of pages) {
        const { status, text } = await browser.get(page)
        expect([status, text.includes('<a class="button" href="/zh/desk">')], `${role} ${page}`).toEqual([404, true])
        expect((await browser.post(page, { do: 'off' })).status, `${role} ${page}`).toBe(404)
      }
      for (const page of ['/zh/desk', '/zh/desk/account', '/zh/desk/account/second-factor'])
        expect((await browser.get(page)).status, page).toBe(200)
    }
    for (const page of pages) expect((await resident(server.port).post(page, {})).headers.location).toContain('/desk/sign-in')
    for (const page of ['/zh/desk/staff/nobody', '/zh/desk/halls/none']) expect((await administrator.browser.get(page)).status).toBe(404)
  })

  test('the last administrator cannot be disabled or moved; names and places are checked, and what was typed is kept', async () => {
    const list = (await administrator.browser.get('/zh/desk/staff')).text
    const others = [...list.matchAll(/href="\/zh\/desk\/staff\/([\w-]{36})"/g)].map(([, id]) => id ?? '')
    const own = list.split('<tr').find((row) => row.includes(`>${administrator.login}<`))
    const ownId = /staff\/([\w-]{36})/.exec(own ?? '')?.[1] ?? ''
    for (const id of others) if (id !== ownId) await administrator.browser.post(`/zh/desk/staff/${id}`, { do: 'off' })
    const forms: Record<string, string>[] = [{ do: 'off' }, { do: 'change', role: 'clerk', hall }]
    for (const form of forms)
      expect(errorsIn((await administrator.browser.post(`/zh/desk/staff/${ownId}`, form)).text)).toContain(
        says('errors.last-administrator'),
      )

    const wrong = await administrator.browser.post('/zh/desk/staff', { name: '卓玛·测试', login: administrator.login, role: 'clerk' })
    expect(errorsIn(wrong.text)).toContain(says('errors.hall'))
    expect(wrong.text).toContain('value="卓玛·测试"')
    const taken = await administrator.browser.post('/zh/desk/staff', { name: '卓玛·测试', login: administrator.login, role: 'clerk', hall })
    expect(errorsIn(taken.text)).toContain(says('errors.login-taken'))
    const badHall = await administrator.browser.post('/zh/desk/halls', { place: '990000', zh: 'Hall', bo: '大厅' })
    for (const key of ['place', 'hall-zh', 'hall-bo'])
      expect(errorsIn(badHall.text)).toContain(says(`errors.${key}`).replace('{{most}}', '60'))
    const demanding = { place: '630104', zh: '宅基地退出服务大厅', bo: 'རྩྭ་ས་ཕྱིར་སྤྲོད་པའི་ཚོམས་ཆེན' }
    const refused = await administrator.browser.post('/zh/desk/halls', demanding)
    expect([refused.status, errorsIn(refused.text).split(says('errors.name-land')).length - 1]).toEqual([422, 2])
    const named = { name: '请先退出承包地', login: 'land·测试', role: 'clerk', hall }
    const nobody = await administrator.browser.post('/zh/desk/staff', named)
    expect([nobody.status, errorsIn(nobody.text).includes(says('errors.name-land'))]).toEqual([422, true])
  })

  test('practice is for those with a hall, and marked on every page', async () => {
    const { browser } = await makeStaff(administrator, { role: 'reviewer', hall, practice: true })
    expect((await browser.get('/zh/desk')).text).toContain(textOf('zh', 'desk:practice'))
    const keeper = await signedInAs(server.port, administrator.login, { practice: 'yes' })
    expect((await keeper.browser.get('/zh/desk')).text).not.toContain(textOf('zh', 'desk:practice'))
  })

  test('a second factor: set up by its code, asked for at every sign-in, each code once, removed with the password', async () => {
    const { login, browser } = await clerk()
    const page = (await browser.get('/zh/desk/account/second-factor')).text
    const secret = /<code>([^<]+)<\/code>/.exec(page)?.[1] ?? ''
    const offer = /name="offer" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect(page).toContain('class="qr"')
    const again = await browser.post('/zh/desk/account/second-factor', { offer, code: '000000' })
    expect([again.status, again.text.includes(secret)]).toEqual([422, true])
    const used = codeOf(secret, -1)
    expect((await browser.post('/zh/desk/account/second-factor', { offer, code: used })).status).toBe(303)
    for (const code of ['', used, codeOf(secret, 9)]) expect((await signIn(login, staffPassword, { code })).status, code).toBe(422)
    const code = codeOf(secret)
    const both = await Promise.all([0, 1].map(() => signIn(login, staffPassword, { code })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    expect((await browser.post('/zh/desk/account/second-factor', { password: another })).status).toBe(422)
    expect((await browser.post('/zh/desk/account/second-factor', { password: staffPassword })).status).toBe(303)
    expect((await signIn(login, staffPassword)).status).toBe(303)
  })

  test('where a hall requires a second factor it must be set up, and cannot be removed', async () => {
    const strict = await makeHall(administrator, '632700', { 'second-factor': 'yes' })
    const { id, browser, login } = await makeStaff(administrator, { role: 'reviewer', hall: strict })
    for (const page of ['/zh/desk', '/zh/desk/account'])
      expect((await browser.get(page)).headers.location).toBe('/zh/desk/account/second-factor')
    const page = (await browser.get('/zh/desk/account/second-factor')).text
    expect(page).toContain(says('factor.compulsory'))
    const [secret, offer] = [/<code>([^<]+)<\/code>/.exec(page)?.[1] ?? '', /name="offer" value="([^"]+)"/.exec(page)?.[1] ?? '']
    await browser.post('/zh/desk/account/second-factor', { offer, code: codeOf(secret) })
    expect((await browser.get('/zh/desk')).status).toBe(200)
    expect((await browser.post('/zh/desk/account/second-factor', { password: staffPassword })).text).toContain(
      says('errors.factor-compulsory'),
    )
    // Whoever lost the phone: the administrator takes it off, and it is to be set up again.
    await administrator.browser.post(`/zh/desk/staff/${id}`, { do: 'second-factor' })
    const back = await signedInAs(server.port, login)
    expect((await back.browser.get('/zh/desk')).headers.location).toBe('/zh/desk/account/second-factor')
  })

  test('what was posted before a second factor was demanded is kept for its owner, and handed back once that is set up', async () => {
    const strict = await makeHall(administrator, '632700')
    const { browser } = await makeStaff(administrator, { role: 'clerk', hall: strict })
    const demanded = { place: '632700', zh: '测试大厅', bo: 'ཚོད་ལྟའི་ཚོམས་ཆེན', 'second-factor': 'yes' }
    await administrator.browser.post(`/zh/desk/halls/${strict}`, demanded)
    const typed = { who: 'existing', code: 'WHAT-I-TYPED' }
    const sent = await browser.post('/zh/desk/counter', typed)
    expect([sent.status, sent.headers.location]).toEqual([307, '/zh/desk/account/second-factor?to=%2Fzh%2Fdesk%2Fcounter'])
    const setUpPage = await browser.post(browser.at(), typed)
    expect([setUpPage.status, setUpPage.text.includes(says('factor.carried')), setUpPage.text.includes(typed.code)]).toEqual([
      200,
      true,
      false,
    ])
    const [secret = '', path] = [/<code>([^<]+)<\/code>/.exec(setUpPage.text)?.[1], browser.at()]
    const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
    const setUp = { offer: hidden(setUpPage.text, 'offer'), kept: hidden(setUpPage.text, 'kept') }
    // Stays in the page through a wrong code and the other language.
    const wrong = await browser.post(path, { ...setUp, code: '000000' })
    expect([wrong.status, hidden(wrong.text, 'kept')]).toEqual([422, setUp.kept])
    const open = await browser.post(path, { ...setUp, code: codeOf(secret) })
    expect([open.status, hidden(open.text, 'code')]).toEqual([200, typed.code])
    expect(open.text).toContain('action="/zh/desk/counter"')
    // Nobody else gets it back.
    const other = await makeStaff(administrator, { role: 'clerk', hall: strict })
    const page = (await other.browser.get('/zh/desk/account/second-factor')).text
    const theirs = { offer: hidden(page, 'offer'), kept: setUp.kept, code: codeOf(/<code>([^<]+)<\/code>/.exec(page)?.[1] ?? '') }
    const not = await other.browser.post(path, theirs)
    expect([not.status, not.text.includes(typed.code)]).toEqual([303, false])
  })

  test('another site cannot sign anyone out, in or unlock', async () => {
    const { cookies } = await clerk()
    const cookie = Object.entries(cookies())
      .map((pair) => pair.join('='))
      .join('; ')
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookie, Origin: 'https://evil.example' }
    for (const path of ['/zh/desk/sign-out', '/zh/desk/sign-in', '/zh/desk/unlock', '/zh/desk/account'])
      expect((await send(server.port, 'POST', path, headers, 'do=everywhere')).status, path).toBe(403)
    expect((await resident(server.port, cookies()).get('/zh/desk')).status).toBe(200)
  })

  test('an invited staff member without a password cannot sign in with any', async () => {
    const { login, link } = await invite(administrator, { role: 'clerk', hall })
    for (const password of ['', staffPassword]) expect((await signIn(login, password)).status).toBe(422)
    expect((await administrator.browser.get('/zh/desk/staff')).text).toContain(says('standings.invited'))
    expect(link).toMatch(/^\/zh\/desk\/invitation\//)
  })
})

test('one address cannot try passwords without end', { timeout: 60_000 }, async () => {
  const server = await startBuilt()
  const statuses: number[] = []
  for (let at = 0; at < 62; at++)
    statuses.push((await resident(server.port).post('/zh/desk/invitation/none', { login: `nobody.${at}`, password: 'x' })).status)
  expect(statuses.slice(0, 60).every((status) => status < 429)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
  await server.stop()
})

describe('an administrator who forgot the password', { timeout: 240_000 }, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'settle-accounts-'))
  /** What `npm run administrator` says on the data folder, and how it ends. */
  const said = (...args: string[]) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const env = { ...process.env, VITEST: '', NODE_ENV: 'production' as const, DATA_DIR: dataDir }
      execFile(process.execPath, ['app/run/administrator.js', ...args], { env }, (error, out, wrong) =>
        resolve({ code: error ? Number(error.code) : 0, said: out + wrong }),
      )
    })

  test('chooses another by a link made on the machine, while the site runs; the audit log says so', async () => {
    const server = await startBuilt({ RATE_LIMIT: 'off' }, dataDir)
    const administrator = await administratorOf(server)
    const { login } = administrator
    const clerk = await makeStaff(administrator, { role: 'clerk', hall: await makeHall(administrator, '630104') })
    expect((await said()).said).toContain(`(${login})`)
    for (const other of ['nobody.here', clerk.login])
      expect(await said(other)).toMatchObject({ code: 1, said: expect.stringContaining(other) })
    const first = /(\/zh-bo\/desk\/invitation\/[\w-]{43})/.exec((await said(login)).said)?.[1] ?? expect.fail()
    const link = /(\/zh-bo\/desk\/invitation\/[\w-]{43})/.exec((await said(login, 'without-second-factor')).said)?.[1] ?? expect.fail()
    const one = resident(server.port)
    expect((await one.get(first)).status).toBe(404)
    expect((await one.post(link, passwords(another))).status).toBe(303)
    expect((await one.post('/zh/desk/sign-in', { login, password: another })).headers.location).toBe('/zh/desk')
    expect((await resident(server.port).get(link)).status).toBe(404)
    const database = new Database(join(dataDir, 'settle.sqlite'), { readonly: true })
    const last = database.prepare(`select type from events order by position desc limit 6`).pluck().all()
    database.close()
    // Two links, the password chosen, the sign-in.
    expect(last.slice(0, 4)).toEqual(['signed-in', 'staff-changed', 'staff-changed', 'staff-changed'])
    await server.stop()
  })
})
