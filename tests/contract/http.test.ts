import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Source = { readonly file: string; readonly source: string }

const sources: Source[] = readdirSync('app', { recursive: true })
  .map((name) => `app/${String(name).replaceAll('\\', '/')}`)
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\.d\.ts$/.test(name))
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }))

/** What speaks of HTTP by its nature: what is known of a request is read there, once; and what sends messages by HTTP. */
const exempt = ['app/access/request-context.server.ts', 'app/jobs/outbox.server.ts']

/** Where HTTP is spoken: the layers that answer requests, and the two entries that render. Scripts of the browser send some. */
const speaking = /^app\/(routes|server|client|run)\/|^app\/(root|entry\.(client|server))\.tsx$/

const signs: readonly (readonly [string, RegExp])[] = [
  ['@remix-run/node', /from ['"]@remix-run\/(node|server-runtime)['"]/],
  ['Request', /\b(new|instanceof) Request\b|[:<|&,]\s*Request\b(?!\w)/],
  ['Response', /\b(new|instanceof) Response\b|[:<|&,]\s*Response\b(?!\w)|\bTypedResponse\b/],
  ['Headers', /\bnew Headers\b|[:<|&,]\s*Headers\b|\bheaders:|\.headers\b/],
  ['redirect', /\bredirect\(/],
  ['a header', /['"](Set-Cookie|Cookie|Location|Cache-Control|Content-Type|Clear-Site-Data)['"]/],
  ['a status', /\bstatus:?\s*[=(]?\s*[2-5]\d\d\b|\?\s*[2-5]\d\d\s*:\s*[2-5]\d\d\b|[\]}], [2-5]\d\d\)/],
]

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

/** What a use case, a page or what they are made of says of HTTP. Only routes and the server do that. */
function httpFaults({ file, source }: Source): string[] {
  if (speaking.test(file) || exempt.includes(file)) return []
  const code = withoutComments(source)
  return signs.flatMap(([name, sign]) => (sign.test(code) ? [`${file} knows ${name}`] : []))
}

/** What reads a Cookie header, or writes one, elsewhere than where cookies are declared. */
function cookieFaults({ file, source }: Source): string[] {
  const code = withoutComments(source)
  const reads = /from 'cookie'|Max-Age=|\.get\(['"][Cc]ookie['"]\)|headers\.cookie|split\(['"]; ?['"]\)/.test(code)
  return reads && !/^app\/(access|server)\//.test(file) ? [`${file} parses cookies`] : []
}

/** Only one file parses them. */
function parserFaults({ file, source }: Source): string[] {
  return /from 'cookie'/.test(source) && file !== 'app/access/cookies.server.ts' ? [`${file} parses cookies by itself`] : []
}

/** What looks at the clock by itself: the time of a request is determined once, with its context. `now = new Date()` is the default of an argument. */
function clockFaults({ file, source }: Source): string[] {
  if (!/^app\/(features|cases|forms|access|domain|services)\//.test(file)) return []
  const code = withoutComments(source).replace(/\bnow = new Date\(\)/g, '')
  return /\bnew Date\(\)|\bDate\.now\(/.test(code) ? [`${file} looks at the clock`] : []
}

test('a request has one time: nothing looks at the clock beside its context', () => expect(sources.flatMap(clockFaults)).toEqual([]))

test('use cases and pages, and all they are made of, know nothing of HTTP', () => expect(sources.flatMap(httpFaults)).toEqual([]))

test('what is exempt would be found otherwise', () => {
  for (const file of exempt) {
    const { source } = sources.find((one) => one.file === file) ?? expect.fail(file)
    expect([file, httpFaults({ file: 'app/features/a.tsx', source }).length > 0]).toEqual([file, true])
  }
})

test('cookies are read and written in one place', () =>
  expect(sources.flatMap((one) => [...cookieFaults(one), ...parserFaults(one)])).toEqual([]))

describe('the guards reject', () => {
  const at = (source: string, file = 'app/features/desk/a.server.ts'): Source => ({ file, source })

  test.each([['const at = new Date().toISOString()'], ['const until = Date.now() + 5']])('%s', (source) =>
    expect(clockFaults(at(source))).toHaveLength(1),
  )
  test('but not an argument with a default', () => expect(clockFaults(at('function f(now = new Date()) {}'))).toEqual([]))

  test.each([
    ["import { json } from '@remix-run/node'"],
    ['export function show(request: Request) {}'],
    ['export const show = (asked: string, request: Request) => 1'],
    ['throw new Response(null, { kind: 1 })'],
    ['export async function show(): Promise<Response> {}'],
    ['return redirect(paths.desk(mode))'],
    ["const more = { 'Set-Cookie': cookie }"],
    ["request.headers.get('Accept')"],
    ['return say({ errors }, { status: 422 })'],
    ['return say([], 409)'],
    ['return tried ? 429 : 422'],
  ])('in a use case: %s', (source) => expect(httpFaults(at(source)).length).toBeGreaterThan(0))

  test.each(['access', 'ui', 'i18n', 'jobs', 'places', 'audit-log', 'security', 'texts'])('in app/%s', (layer) =>
    expect(httpFaults(at("throw new Response(null, { headers: { Location: '/' } })", `app/${layer}/a.server.ts`)).length).toBeGreaterThan(
      0,
    ),
  )

  test.each([
    ['/** Answers 404 where there is none: new Response(null) */'],
    ["import { checkRequest } from './check-api.server.ts'"],
    ['type ParsedRequest = { status: Status }'],
    ['const days = [28, 365]'],
  ])('not %s', (source) => expect(httpFaults(at(source))).toEqual([]))

  test('not in a route', () => expect(httpFaults(at('throw new Response(null)', 'app/routes/$.tsx'))).toEqual([]))

  test.each([
    ["import { parseCookie } from 'cookie'", 'app/features/a.server.ts'],
    ["(request.headers.get('Cookie') ?? '').split(';')", 'app/i18n/a.ts'],
    ["(header ?? '').split('; ')", 'app/routes/a.ts'],
    ["'name=value; Path=/; Max-Age=0'", 'app/features/a.server.ts'],
  ])('a parser of its own: %s in %s', (source, file) => expect(cookieFaults(at(source, file))).toHaveLength(1))

  test('a second parser beside the first', () =>
    expect(parserFaults(at("import { parseCookie } from 'cookie'", 'app/access/other.server.ts'))).toHaveLength(1))
})
