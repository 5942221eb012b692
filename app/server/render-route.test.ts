import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { PlainPage } from './plain-page.ts'
import { alreadyLoaded, pageOf } from './render-route.ts'

type Route = ServerBuild['routes'][string]
type Rendered = { staticHandlerContext: { loaderData: Record<string, unknown>; matches: { params: object }[] } }

const plain = (data: unknown, status = 200, cookies: string[] = []) =>
  new PlainPage(data, { status, headers: new Headers(cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])) })

/** A build of one route below the root; what it renders is the data its page would read. */
function built(load: () => unknown, render?: () => never) {
  const routes = {
    root: { id: 'root', path: '', module: { loader: async () => plain('top', 200, ['top=1']) } },
    page: { id: 'page', parentId: 'root', path: ':mode/page', module: { loader: async () => load() } },
  } as unknown as Record<'root' | 'page', Route>
  const entry = (_request: Request, status: number, headers: Headers, { staticHandlerContext }: Rendered) =>
    render ? render() : new Response(JSON.stringify(staticHandlerContext), { status, headers })
  const build = { routes, assets: { routes: {} }, future: {}, entry: { module: { default: entry } } } as unknown as ServerBuild
  return pageOf(build, routes.root, routes.page)(new Request('http://site.invalid/zh/page?a=1'), { mode: 'zh' })
}

test('a page reads what its loaders returned, with the status and the cookies of both', async () => {
  const answer = (await built(() => plain({ a: [1] }, 422, ['own=2']))) as Response
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([422, ['top=1', 'own=2']])
  const { loaderData, matches, location } = await answer.json()
  expect(loaderData).toEqual({ root: 'top', page: { a: [1] } })
  expect(matches[1].params).toEqual({ mode: 'zh' })
  expect(location).toMatchObject({ pathname: '/zh/page', search: '?a=1' })
})

test('a redirect is the answer itself', async () => {
  const to = new Response(null, { status: 303, headers: { Location: '/zh' } })
  expect(await built(() => to)).toBe(to)
})

test('what fails is left to Remix, with what the loaders came to: none runs twice', async () => {
  const wrong = new Error('wrong')
  const left = await built(() => {
    throw wrong
  })
  expect(alreadyLoaded(left, 'page')).toEqual({ ok: false, with: wrong })
  expect(alreadyLoaded(left, 'root')).toMatchObject({ ok: true, with: { data: 'top' } })
  const unrendered = await built(
    () => plain('own'),
    () => {
      throw wrong
    },
  )
  expect(alreadyLoaded(unrendered, 'page')).toMatchObject({ ok: true, with: { data: 'own' } })
  expect(alreadyLoaded({}, 'page')).toBeUndefined()
})
