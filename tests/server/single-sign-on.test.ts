import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administratorOf, makeHall, makeStaff } from '#tests/support/accounts.ts'
import { type BuiltServer, send, startBuilt } from '#tests/support/built-server.ts'

// A real provider on this machine: oidc-provider, with its own pages for signing in.

let provider: Server
let server: BuiltServer
const port = 20_000 + (process.pid % 20_000)
const origin = `http://127.0.0.1:${port}`

beforeAll(async () => {
  provider = createServer()
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
  const oidc = new Provider(issuer, {
    clients: [{ client_id: 'settle', client_secret: 'a-secret-of-the-test', redirect_uris: [`${origin}/desk/sso`] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['test'] },
    pkce: { required: () => true },
  })
  provider.on('request', oidc.callback())
  server = await startBuilt({
    ...{ PORT: String(port), RATE_LIMIT: 'off', PUBLIC_ORIGIN: origin },
    ...{ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'settle', OIDC_CLIENT_SECRET: 'a-secret-of-the-test' },
  })
}, 120_000)
afterAll(async () => {
  await server.stop()
  provider.closeAllConnections()
  provider.close()
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

/** Signs in at the provider as somebody, and comes back. */
async function through(login: string) {
  const { go, jars } = browser()
  let at = await go(`${origin}/zh/desk/sso?to=/zh/desk/account`)
  const form = (text: string) => /action="([^"]+)"/.exec(text)?.[1] ?? ''
  at = await go(new URL(form(at.text), at.url).href, new URLSearchParams({ prompt: 'login', login, password: 'whatever' }).toString())
  at = await go(new URL(form(at.text), at.url).href, new URLSearchParams({ prompt: 'consent' }).toString())
  return { at, go, jars }
}

test('somebody the administrator knows signs in with the account of their unit, and goes where they wanted to', async () => {
  const admin = await administratorOf(server)
  const hall = await makeHall(admin, '630100')
  const { login } = await makeStaff(admin, { role: 'clerk', hall })
  const { at, go } = await through(login)
  expect(at).toMatchObject({ status: 200, refresh: '0; url=/zh/desk/account' })
  expect((await go(`${origin}/zh/desk/account`)).url).toBe(`${origin}/zh/desk/account`)
})

test('somebody the administrator does not know is told so, and is not in', async () => {
  const { at, go } = await through('nobody-knows-me')
  expect(at.url).toContain('/zh/desk/sign-in?')
  expect(at.url).toContain('why=unknown')
  expect((await go(`${origin}/zh/desk/account`)).url).toContain('/desk/sign-in')
})

test('a way back that nobody went, or somebody else went, leads to the door', async () => {
  const { go, jars } = browser()
  expect((await go(`${origin}/desk/sso?code=x&state=y`)).url).toContain('/desk/sign-in?')
  await go(`${origin}/zh/desk/sso`)
  expect(jars.get(new URL(origin).host)?.has('sso')).toBe(true)
  expect((await go(`${origin}/desk/sso?code=x&state=y`)).url).toContain('why=provider')
  expect((await go(`${origin}/zh/desk/account`)).url).toContain('/desk/sign-in')
})
