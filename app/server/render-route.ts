import type { EntryContext, ServerBuild } from '@remix-run/node'
import { PlainPage } from './plain-page.ts'

/** A route of a build. */
type Route = ServerBuild['routes'][string]
/** What a loader came to: what it returned, or what it threw. */
export type Settled = { readonly ok: boolean; readonly with: unknown }

export async function settle(act: () => unknown): Promise<Settled> {
  try {
    return { ok: true, with: await act() }
  } catch (thrown) {
    return { ok: false, with: thrown }
  }
}

/** The load context of a page that is left to Remix after its loaders ran: it takes what they came to, and runs none again. */
export type LoadedContext = { readonly loaded: ReadonlyMap<string, Settled> }

/** What the loader of a route came to before Remix was asked; undefined where it is to run. */
export function alreadyLoaded(load: unknown, id: string): Settled | undefined {
  return typeof load === 'object' && load !== null && 'loaded' in load ? (load as LoadedContext).loaded.get(id) : undefined
}

/** Answers with the page of a route, or what is left to Remix: a page that does not come to be shown as its error. */
type PageOf = (request: Request, params: Readonly<Record<string, string>>) => Promise<Response | LoadedContext>

/**
 * The page of one route, rendered by Remix's components without its document handler: the loaders run, and what they return is what the page
 * reads, where Remix makes it a response, reads that, and writes it once more for a browser that no page sends it to.
 */
export function pageOf(build: ServerBuild, root: Route, route: Route): PageOf {
  const routeModules = Object.fromEntries(Object.entries(build.routes).map(([id, { module }]) => [id, module]))
  return async (request, params) => {
    const load = { plain: true } as const
    const run = ({ module: { loader } }: Route) => settle(() => (loader ? loader({ request, params, context: load }) : withoutData))
    const [top, own] = await Promise.all([run(root), run(route)])
    const left = {
      loaded: new Map([
        [root.id, top],
        [route.id, own],
      ]),
    }
    if (own.ok && own.with instanceof Response && isRedirect(own.with)) return own.with
    if (!isPlain(top) || !isPlain(own)) return left
    const url = new URL(request.url)
    const matches = [root, route].map(({ id, path }) => ({
      params,
      pathname: url.pathname,
      pathnameBase: url.pathname,
      route: { id, path },
    }))
    const staticHandlerContext = {
      ...{ basename: '/', errors: null, actionData: null, activeDeferreds: null, loaderHeaders: {}, actionHeaders: {} },
      loaderData: { [root.id]: top.with.data, [route.id]: own.with.data },
      location: { pathname: url.pathname, search: url.search, hash: '', state: null, key: 'default' },
      ...{ matches, statusCode: own.with.init.status },
    }
    const context = {
      ...{ manifest: build.assets, routeModules, staticHandlerContext, serverHandoffString: '' },
      ...{ future: build.future, isSpaMode: false, serializeError: String },
    } as unknown as EntryContext
    const headers = new Headers(headersOf(route, own.with.init.headers))
    for (const page of [top.with, own.with]) for (const cookie of page.init.headers.getSetCookie()) headers.append('Set-Cookie', cookie)
    try {
      return await build.entry.module.default(request, own.with.init.status, headers, context, load)
    } catch {
      return left
    }
  }
}

/** What the page of a route without a loader reads. */
const withoutData = new PlainPage(undefined, { status: 200, headers: new Headers() })

const isPlain = (settled: Settled): settled is Settled & { readonly with: PlainPage } => settled.ok && settled.with instanceof PlainPage

export const isRedirect = ({ status, headers }: Response) => status >= 300 && status < 400 && headers.has('Location')

/** The headers a route names for its page. */
function headersOf({ module: { headers } }: Route, loaderHeaders: Headers): HeadersInit | undefined {
  const none = new Headers()
  return typeof headers === 'function'
    ? headers({ loaderHeaders, parentHeaders: none, actionHeaders: none, errorHeaders: undefined })
    : headers
}
