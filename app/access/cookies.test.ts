import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { clearCookie, readCookies, setCookie, setCookieHeader } from './cookies.server.ts'
import { isMarkedPractice, sessionIn } from './practice-mark.ts'

const keysFor = (secure: boolean) => keysFrom({ sessionSecret: 'a'.repeat(64), dataKey: 'b'.repeat(64) }, secure)
const session = 'A-b_'.repeat(10).concat('xyz')

describe('without TLS', () => {
  beforeAll(() => setKeys(keysFor(false)))

  test('cookies as browsers have had them since the first release are read byte for byte', () => {
    const header = `mode=zh-bo; folder=${session}.practice; staff=${session}; client=5f0c; screen=${session}; check=AbC-_9; sso=x; other=1`
    expect(readCookies(header)).toEqual({
      ...{ mode: 'zh-bo', folder: `${session}.practice`, staff: session, client: '5f0c', screen: session, check: 'AbC-_9', sso: 'x' },
    })
  })

  test('without spaces, and with a name twice: the first counts', () =>
    expect(readCookies('mode=bo;folder=a;folder=b')).toEqual({ mode: 'bo', folder: 'a' }))

  test.each([null, undefined, '', 'a', ';;', '__Host-staff=x'])('no cookie of ours: %s', (header) =>
    expect(readCookies(header)).toEqual({}),
  )

  test.each([
    [setCookie('mode', 'zh-bo'), 'mode=zh-bo; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax'],
    [setCookie('folder', `${session}.practice`), `folder=${session}.practice; Path=/; HttpOnly; SameSite=Lax`],
    [setCookie('staff', session), `staff=${session}; Path=/; HttpOnly; SameSite=Strict`],
    [setCookie('client', 'id', 60), 'client=id; Max-Age=60; Path=/; HttpOnly; SameSite=Strict'],
    [clearCookie('check'), 'check=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax'],
    [clearCookie('mode'), 'mode=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax'],
  ])('%o is set as %s', (change, header) => expect(setCookieHeader(change)).toBe(header))
})

describe('over TLS', () => {
  beforeAll(() => setKeys(keysFor(true)))
  afterAll(() => setKeys(keysFor(false)))

  test('only names that a page of another host cannot set are read, except for the mode', () =>
    expect(readCookies('mode=bo; staff=a; __Host-staff=b; __Host-folder=c; __Host-mode=zh')).toEqual({
      mode: 'bo',
      staff: 'b',
      folder: 'c',
    }))

  test.each([
    [setCookie('staff', 'a'), '__Host-staff=a; Path=/; HttpOnly; Secure; SameSite=Strict'],
    [setCookie('mode', 'bo'), 'mode=bo; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax'],
  ])('%o is set as %s', (change, header) => expect(setCookieHeader(change)).toBe(header))
})

test.each([
  [session, session, false],
  [`${session}.practice`, session, true],
  [`${session}.other`, undefined, false],
  [session.slice(1), undefined, false],
  [undefined, undefined, false],
])('%s holds the session %s, marked: %s', (value, plain, marked) =>
  expect([sessionIn(value), isMarkedPractice(value)]).toEqual([plain, marked]),
)
