import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { administratorOf, endSession, lockScreen, makeHall, makeStaff, type StaffMember, staffPassword } from '#tests/support/accounts.ts'
import { type BuiltServer, send, startBuilt } from '#tests/support/built-server.ts'
import { startProvider, type TestProvider } from '#tests/support/provider.ts'
import { textOf } from '#tests/support/texts.ts'

let provider: TestProvider
let server: BuiltServer
let admin: StaffMember
let hall: string
const port = 20_000 + (process.pid % 20_000)
const origin = `http://127.0.0.1:${port}`
const dataDir = mkdtempSync(join(tmpdir(), 'settle-sso-'))

beforeAll(async () => {
  provider = await startProvider(origin)
  server = await startBuilt({ PORT: String(port), RATE_LIMIT: 'off', PUBLIC_ORIGIN: origin, ...provider.env }, dataDir)
  admin = await administratorOf(server)
  hall = await makeHall(admin, '630100')
}, 120_000)
afterAll(async () => {
  await server.stop()
  provider.stop()
})

/** A browser that goes where it is sent, with a jar of cookies for each site. */
function browser() {
  const jars = new Map<string, Map<string, string>>()
  const go = async (url: string, body?: string): Promise<{ url: string; status: number; text: string; refresh: string | undefined }> => {
    const at = new URL(url)
    const jar = jars.get(at.host) ?? new Map<string, string>()
    jars.set(at.host, jar)
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      ...(Cookie ? { Cookie } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
    }
    const answer = await send(
      Number(at.port),
      body === undefined ? 'GET' : 'POST',
      at.pathname + at.search,
      { Host: at.host, ...headers },
      body,
    )
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const { location, refresh } = answer.headers
    if (answer.status >= 300 && answer.status < 400 && location) return go(new URL(String(location), url).href)
    return { url, status: answer.status, text: answer.text, refresh: refresh === undefined ? undefined : String(refresh) }
  }
  return { go, jars }
}

type Browser = ReturnType<typeof browser>

/** Goes to the provider, signs in there as somebody where it asks, and comes back. `asked`: did it ask who they are? */
async function through(login: string, way = 'to=/zh/desk/account', { go, jars }: Browser = browser()) {
  const send = (at: { text: string; url: string }, fields: Record<string, string>) =>
    go(new URL(/action="([^"]+)"/.exec(at.text)?.[1] ?? '', at.url).href, new URLSearchParams(fields).toString())
  let at = await go(`${origin}/zh/desk/sso?${way}`)
  const asked = at.text.includes('name="login"')
  if (asked) at = await send(at, { prompt: 'login', login, password: 'whatever' })
  // Somebody else was there before: the provider signs them out first.
  const leaving = /name="xsrf" value="([^"]+)"/.exec(at.text)?.[1]
  if (leaving) at = await send(at, { xsrf: leaving, logout: 'yes' })
  if (at.text.includes('value="consent"')) at = await send(at, { prompt: 'consent' })
  return { at, asked, go, jars }
}

test('a staff member with an account signs in at the provider, and goes where they wanted to', async () => {
  const { login } = await makeStaff(admin, { role: 'clerk', hall })
  const { at, go } = await through(login)
  expect(at).toMatchObject({ status: 200, refresh: '0; url=/zh/desk/account' })
  expect((await go(`${origin}/zh/desk/account`)).url).toBe(`${origin}/zh/desk/account`)
})

test('a person without an account is told so, and is not signed in', async () => {
  const { at, go } = await through('nobody-knows-me')
  expect(at.url).toContain('/zh/desk/sign-in?')
  expect(at.url).toContain('why=unknown')
  expect((await go(`${origin}/zh/desk/account`)).url).toContain('/desk/sign-in')
})

test('a callback without its start, or of another browser, leads to the sign-in page', async () => {
  const { go, jars } = browser()
  expect((await go(`${origin}/desk/sso?code=x&state=y`)).url).toContain('/desk/sign-in?')
  await go(`${origin}/zh/desk/sso`)
  expect(jars.get(new URL(origin).host)?.has('sso')).toBe(true)
  expect((await go(`${origin}/desk/sso?code=x&state=y`)).url).toContain('why=provider')
  expect((await go(`${origin}/zh/desk/account`)).url).toContain('/desk/sign-in')
})

test('practice works through the provider too; without a hall it is ordinary work', async () => {
  const [clerk, other] = [await makeStaff(admin, { role: 'clerk', hall }), await makeStaff(admin, { role: 'administrator' })]
  const mark = textOf('zh', 'desk:practice')
  const signInPage = (await browser().go(`${origin}/zh/desk/sign-in`)).text
  expect(signInPage).toContain('href="/zh/desk/sso?as=practice"')
  for (const [login, way, practises] of [
    [clerk.login, 'to=/zh/desk/account&as=practice', true],
    [clerk.login, 'to=/zh/desk/account', false],
    [other.login, 'to=/zh/desk/account&as=practice', false],
  ] as const) {
    const { at, go } = await through(login, way)
    expect(at.refresh).toBe('0; url=/zh/desk/account')
    expect((await go(`${origin}/zh/desk/account`)).text.includes(mark), `${login} ${way}`).toBe(practises)
  }
})

describe('a locked screen', () => {
  let one: StaffMember
  let own: Browser
  const at = `${origin}/zh/desk/unlock?to=/zh/desk/account`
  const typed = 'do=password&current=x&password=WHAT-I-TYPED'
  const session = () => own.jars.get(new URL(origin).host)?.get('staff')
  beforeEach(async () => {
    one = await makeStaff(admin, { role: 'clerk', hall })
    own = (await through(one.login)) satisfies Browser
    lockScreen(dataDir, one)
  })

  /** A form meets the locked screen: what it keeps. */
  async function carriedFields(): Promise<string> {
    const { text } = await own.go(at, typed)
    expect(text).not.toContain('WHAT-I-TYPED')
    expect(text).toContain(textOf('zh', 'account:unlock.beside'))
    return new URLSearchParams({ kept: /name="kept" value="([^"]+)"/.exec(text)?.[1] ?? '' }).toString()
  }

  test('is unlocked at the provider, who asks again, and leads back', async () => {
    const page = await own.go(`${origin}/zh/desk/account`)
    expect(page.text).toContain('href="/zh/desk/sso?to=%2Fzh%2Fdesk%2Faccount&amp;as=unlock"')
    const before = session()
    const back = await through(one.login, 'to=/zh/desk/account&as=unlock', own)
    expect([back.asked, back.at.refresh]).toEqual([true, '0; url=/zh/desk/account'])
    expect(session(), 'the same session goes on').toBe(before)
    expect((await own.go(`${origin}/zh/desk/account`)).url).toBe(`${origin}/zh/desk/account`)
  })

  test('hands back what was typed, on the page where it was typed, and not before it is unlocked', async () => {
    const form = await carriedFields()
    const early = await own.go(at, `unlock-beside=yes&${form}`)
    expect([early.status, early.text.includes(textOf('zh', 'account:errors.not-beside'))]).toEqual([422, true])
    expect(early.text).not.toContain('WHAT-I-TYPED')
    expect(early.text, 'still kept').toContain(new URLSearchParams(form).get('kept'))
    expect((await through(one.login, 'as=unlock', own)).at.refresh).toBe('0; url=/zh/desk/unlock')
    expect((await own.go(`${origin}/zh/desk/unlock`)).text).toContain(textOf('zh', 'account:unlock.opened-beside'))
    const open = await own.go(at, `unlock-beside=yes&${form}`)
    expect(open.text).toContain('name="password" value="WHAT-I-TYPED"')
  })

  test('where another person comes back, they are signed in as themselves, and see nothing of the resumed form', async () => {
    const [form, before] = [await carriedFields(), session()]
    const another = await makeStaff(admin, { role: 'clerk', hall })
    await through(another.login, 'as=unlock', own)
    expect(session()).not.toBe(before)
    for (const by of ['unlock-beside=yes', `unlock-password=${encodeURIComponent(staffPassword)}`]) {
      const { text, url } = await own.go(at, `${by}&${form}`)
      expect(text + url).not.toContain('WHAT-I-TYPED')
      // Nor does a page that lay covered open for them.
      expect((await own.go(at, `${by}&unlock-of=${one.id}`)).status).toBe(409)
    }
    // The session that was locked is over.
    const old = browser()
    old.jars.set(new URL(origin).host, new Map([['staff', before ?? '']]))
    expect((await old.go(`${origin}/zh/desk/account`)).url).toContain('/desk/sign-in')
  })

  test('stays locked without a fresh sign-in at the provider, and says so', async () => {
    // On the way the question to sign in anew is taken away; the provider still knows who was there before.
    const there = await send(port, 'GET', '/zh/desk/sso?as=unlock', { Host: new URL(origin).host, Cookie: `staff=${session()}` })
    const [line = ''] = [there.headers['set-cookie'] ?? []].flat()
    own.jars.get(new URL(origin).host)?.set('sso', line.split(';')[0]?.split(/=(.*)/s)[1] ?? '')
    const url = new URL(String(there.headers.location))
    expect([url.searchParams.get('prompt'), url.searchParams.get('max_age')]).toEqual(['login', '0'])
    for (const asks of ['prompt', 'max_age']) url.searchParams.delete(asks)
    const back = await own.go(url.href)
    expect(back.refresh).toContain('why=provider')
    expect((await own.go(`${origin}${back.refresh?.split('url=')[1]}`)).text).toContain(textOf('zh', 'account:unlock.provider'))
    expect((await own.go(`${origin}/zh/desk/account`)).url).toContain('/desk/unlock')
  })
})

test('a form posted after the session ended is handed back after the provider, to its account only', async () => {
  const [one, another] = [await makeStaff(admin, { role: 'clerk', hall }), await makeStaff(admin, { role: 'clerk', hall })]
  const own = await through(one.login)
  endSession(dataDir, one)
  const at = `${origin}/zh/desk/sign-in?to=/zh/desk/account`
  const { text } = await own.go(at, 'do=x&words=WHAT-I-TYPED')
  const back = origin + (/action="([^"]*why=kept)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&')
  const carried = new URLSearchParams({ kept: /name="kept" value="([^"]+)"/.exec(text)?.[1] ?? '' }).toString()
  const early = await own.go(back, `unlock-beside=yes&${carried}`)
  expect([early.status, early.text.includes(textOf('zh', 'account:errors.not-beside'))]).toEqual([422, true])
  const other = await through(another.login)
  expect((await other.go(back, `unlock-beside=yes&${carried}`)).text).not.toContain('WHAT-I-TYPED')
  expect((await through(one.login, 'as=unlock', own)).at.refresh).toBe('0; url=/zh/desk/unlock')
  expect((await own.go(back, `unlock-beside=yes&${carried}`)).text).toContain('name="words" value="WHAT-I-TYPED"')
})

test('where somebody else comes back instead, it waits in that browser for its account, which is told of it after the provider', async () => {
  const [one, another] = [await makeStaff(admin, { role: 'clerk', hall }), await makeStaff(admin, { role: 'clerk', hall })]
  const own = await through(one.login)
  endSession(dataDir, one)
  const { text } = await own.go(`${origin}/zh/desk/sign-in?to=/zh/desk/account`, 'do=x&words=WHAT-I-TYPED')
  const [, action = '', form = ''] = /<form[^>]*action="([^"]*why=kept)"([\s\S]*?)<\/form>/.exec(text) ?? []
  const fields = new URLSearchParams(
    [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const back = origin + action.replaceAll('&amp;', '&')
  const theirs = [await through(another.login, 'as=unlock', own), await own.go(back, fields.toString()), await own.go(`${origin}/zh/desk`)]
  expect(JSON.stringify(theirs)).not.toContain('WHAT-I-TYPED')
  lockScreen(dataDir, another)
  const { at } = await through(one.login, 'as=unlock&to=/zh/desk/account', own)
  const asked = await own.go(`${origin}${at.refresh?.split('url=')[1]}`)
  expect([asked.url.includes('why=kept'), asked.text.includes(textOf('zh', 'account:sign-in.waits'))]).toEqual([true, true])
  expect(asked.text).not.toContain('WHAT-I-TYPED')
  expect((await own.go(back, 'unlock-beside=yes')).text).toContain('name="words" value="WHAT-I-TYPED"')
})
