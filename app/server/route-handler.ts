import type { ActionFunction, ActionFunctionArgs, AppLoadContext, LoaderFunction, ServerBuild } from '@remix-run/node'
import { createRequestHandler } from '@remix-run/node'
import { isUnreadable, type Unreadable } from '#app/security/stored-value.server.ts'
import { PlainPage } from './plain-page.ts'
import { alreadyLoaded, isRedirect, pageOf, type Settled, settle } from './render-route.ts'

type Route = ServerBuild['routes'][string]

/** Renders pages: the Remix request handler. */
export type RouteHandler = (request: Request) => Promise<Response>

/** Origin of inner requests: a page depends on path and query only. */
export const innerOrigin = 'http://settle.invalid'

/**
 * The pages of a build. Remix compiles and matches all routes several times for each request, so each route has a handler
 * of its own that knows no other, and its page is rendered without Remix's document handler (`pageOf`), but for errors. An action runs
 * before Remix is called: most actions end in a redirect or a file, and only what is shown beside the form again (an error, what was
 * typed) is rendered. What a route without a page of its own throws
 * is shown as the page of that error; the API answers for itself.
 */
export function routeHandler(build: ServerBuild, mode: 'production' | 'development'): RouteHandler {
  const root = build.routes.root as Route
  const places = Object.values(build.routes)
    .filter(({ id, path }) => id !== 'root' && path !== '*')
    .sort((a, b) => (rankOf(a.path) < rankOf(b.path) ? -1 : 1))
    .map((route) => {
      const alone = only(build, route.id)
      return { route, pattern: patternOf(route.path), handle: createRequestHandler(alone, mode), render: pageOf(alone, root, route) }
    })
  const areas = new Map<string, typeof places>()
  for (const place of places) {
    const area = areaOf(`/${place.route.path ?? ''}`)
    areas.set(area, [...(areas.get(area) ?? []), place])
  }
  const nowhere = createRequestHandler(only(build, Object.values(build.routes).find(({ path }) => path === '*')?.id ?? ''), mode)
  return async (request) => {
    const path = pathOf(request.url)
    for (const { route, pattern, handle, render } of areas.get(areaOf(path)) ?? []) {
      const found = pattern.exec(path)
      if (!found) continue
      const params = paramsOf(found.groups)
      const { action, loader, default: page } = route.module
      const isWithoutPage = page === undefined && !route.path?.startsWith('api/')
      const run = request.method === 'POST' ? action : isWithoutPage ? loader : undefined
      if (!run && !isWithoutPage) {
        if (request.method === 'POST' || page === undefined) return handle(withoutBody(request))
        const rendered = await render(request, params)
        return rendered instanceof Response ? rendered : handle(request, rendered)
      }
      const result = readable(await settle(() => (run ? run({ request, params, context: {} }) : methodless())))
      if (result.with instanceof Response && (isRedirect(result.with) || (result.ok && page === undefined))) return result.with
      return (isWithoutPage ? nowhere : handle)(withoutBody(request), { result })
    }
    return nowhere(withoutBody(request), { result: { ok: false, with: new Response(null, { status: 404 }) } satisfies Settled })
  }
}

/** A route is asked for in a way it has no answer to. */
function methodless(): never {
  throw new Response(null, { status: 405 })
}

/** A request for rendering: its body has been read. */
function withoutBody(request: Request): Request {
  return request.method === 'POST' ? new Request(request.url, { method: 'POST', headers: request.headers, body: '' }) : request
}

/** The second segment of a path, after the mode: `check`, `apply`, … */
const areaOf = (path: string) => path.split('/', 3)[2]?.toLowerCase() ?? ''

/** An unreadable row is no fault of the request, and trying again changes nothing: the page names the row. */
const readable = (settled: Settled): Settled =>
  !settled.ok && isUnreadable(settled.with) ? { ok: false, with: answerTo(settled.with) } : settled

function answerTo({ table, id }: Unreadable): Response {
  return Response.json({ unreadable: `${table}/${id}` }, { status: 422 })
}

/** A loader wrapped for its page where Remix runs it: what it came to before stands. */
function reading(id: string, loader: LoaderFunction): LoaderFunction {
  return async (args) => {
    const { ok, with: value } = readable(alreadyLoaded(args.context, id) ?? (await settle(() => loader(args))))
    if (!ok) throw value
    return value instanceof PlainPage ? value.toResponse() : value
  }
}

/** A build with one route: it, its parents, and the catch-all. Its action returns the result there already is. */
function only(build: ServerBuild, id: string): ServerBuild {
  const keep = <T extends { id: string; path?: string }>(routes: { [id: string]: T }): { [id: string]: T } =>
    Object.fromEntries(Object.entries(routes).filter(([, route]) => route.id === 'root' || route.path === '*' || route.id === id))
  const routes = keep(build.routes)
  for (const [key, one] of Object.entries(routes))
    if (one.module.loader) routes[key] = { ...one, module: { ...one.module, loader: reading(key, one.module.loader) } }
  const route = routes[id]
  if (route?.module.action)
    routes[id] = { ...route, module: { ...route.module, action: again, ...(route.path === '*' ? { loader: again } : {}) } }
  return { ...build, routes, assets: { ...build.assets, routes: keep(build.assets.routes) } }
}

function again({ context }: ActionFunctionArgs): ReturnType<ActionFunction> {
  const { result } = context as AppLoadContext & { result: Settled }
  if (result.ok) return (result.with ?? null) as ReturnType<ActionFunction>
  throw result.with
}

/** The parameters of a path, as Remix reads them. */
const paramsOf = (groups: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, value.replaceAll('%2F', '/')]))

/** In this order, static segments sort before parameters. */
const rankOf = (path = '') => path.replace(/(?<=^|\/):/g, '~')

/** A path as Remix matches it: ignoring case and a trailing slash. */
function patternOf(path = ''): RegExp {
  const parts = path.split('/').filter(Boolean)
  const source = parts.map((part) => (part.startsWith(':') ? `/(?<${part.slice(1)}>[^/]+)` : `/${part.replaceAll('.', '\\.')}`))
  return new RegExp(`^${source.join('')}/*$`, 'i')
}

/** Is an address in its normal form for certain? Nearly all are. */
export const isPlain = (url: string) => /^(\/[\w-]+)+$/.test(url)

/** The path of a request, decoded: it was checked when it arrived. */
function pathOf(url: string): string {
  const path = url.slice(innerOrigin.length)
  if (isPlain(path)) return path
  const parts = new URL(url).pathname.split('/')
  return parts.map((part) => decodeURIComponent(part).replaceAll('/', '%2F')).join('/')
}
