import type { ActionFunction, ActionFunctionArgs, AppLoadContext, LoaderFunction, ServerBuild } from '@remix-run/node'
import { createRequestHandler } from '@remix-run/node'
import { isUnreadable, type Unreadable } from '#app/security/stored-value.server.ts'

/** Renders pages: the Remix request handler. */
export type RouteHandler = (request: Request) => Promise<Response>

/** Origin of inner requests: a page depends on path and query only. */
export const innerOrigin = 'http://settle.invalid'

/**
 * The pages of a build. Remix compiles and matches all routes several times for each request, so each route has a handler
 * of its own that knows no other. An action runs before Remix is called: most actions end in a redirect or a
 * file, and only what is shown beside the form again (an error, what was typed) is rendered. What a route without a page of its own throws
 * is shown as the page of that error; the API answers for itself.
 */
export function routeHandler(build: ServerBuild, mode: 'production' | 'development'): RouteHandler {
  const places = Object.values(build.routes)
    .filter(({ id, path }) => id !== 'root' && path !== '*')
    .sort((a, b) => (rankOf(a.path) < rankOf(b.path) ? -1 : 1))
    .map((route) => ({ route, pattern: patternOf(route.path), handle: createRequestHandler(only(build, route.id), mode) }))
  const areas = new Map<string, typeof places>()
  for (const place of places) {
    const area = areaOf(`/${place.route.path ?? ''}`)
    areas.set(area, [...(areas.get(area) ?? []), place])
  }
  const nowhere = createRequestHandler(only(build, Object.values(build.routes).find(({ path }) => path === '*')?.id ?? ''), mode)
  return async (request) => {
    const path = pathOf(request.url)
    for (const { route, pattern, handle } of areas.get(areaOf(path)) ?? []) {
      const params = pattern.exec(path)
      if (!params) continue
      const { action, loader, default: page } = route.module
      const isWithoutPage = page === undefined && !route.path?.startsWith('api/')
      const run = request.method === 'POST' ? action : isWithoutPage ? loader : undefined
      if (!run && !isWithoutPage) return handle(withoutBody(request))
      const result = await settle(() => (run ? run({ request, params: { ...params.groups }, context: {} }) : methodless()))
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

/** Result of an action: what it returned, or what it threw. */
type Settled = { readonly ok: boolean; readonly with: unknown }

async function settle(act: () => unknown): Promise<Settled> {
  try {
    return { ok: true, with: await act() }
  } catch (thrown) {
    return { ok: false, with: isUnreadable(thrown) ? answerTo(thrown) : thrown }
  }
}

/** An unreadable row is no fault of the request, and trying again changes nothing: the page names the row. */
function answerTo({ table, id }: Unreadable): Response {
  return Response.json({ unreadable: `${table}/${id}` }, { status: 422 })
}

/** A loader wrapped for its page. */
function reading(loader: LoaderFunction): LoaderFunction {
  return async (args) => {
    try {
      return await loader(args)
    } catch (thrown) {
      throw isUnreadable(thrown) ? answerTo(thrown) : thrown
    }
  }
}

const isRedirect = ({ status, headers }: Response) => status >= 300 && status < 400 && headers.has('Location')

/** A build with one route: it, its parents, and the catch-all. Its action returns the result there already is. */
function only(build: ServerBuild, id: string): ServerBuild {
  const keep = <T extends { id: string; path?: string }>(routes: { [id: string]: T }): { [id: string]: T } =>
    Object.fromEntries(Object.entries(routes).filter(([, route]) => route.id === 'root' || route.path === '*' || route.id === id))
  const routes = keep(build.routes)
  for (const [key, one] of Object.entries(routes))
    if (one.module.loader) routes[key] = { ...one, module: { ...one.module, loader: reading(one.module.loader) } }
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
