import type { ServerBuild } from '@remix-run/node'
import { createRequestHandler } from '@remix-run/node'

/** Renders pages: what Remix makes of a request. */
export type Pages = (request: Request) => Promise<Response>

/** Nothing of a request but its path and query decides where a page thinks it is. */
export const innerOrigin = 'http://settle.invalid'

/**
 * The pages of a build. Remix compiles and tries every route several times for each request, so each area of the
 * site (`check`, `services`, …: the second part of a path) has a handler of its own that knows its routes only.
 */
export function pagesOf(build: ServerBuild, mode: 'production' | 'development'): Pages {
  const areas = new Set(Object.values(build.routes).map(({ path }) => areaOf(path ?? '')))
  const handlers = new Map([...areas, ''].map((area) => [area, createRequestHandler(within(build, area), mode)]))
  return (request) => {
    const area = areaOf(new URL(request.url).pathname.slice(1))
    const handler = handlers.get(area) ?? handlers.get('')
    if (!handler) throw new Error('There is no area for what has none')
    return handler(request)
  }
}

const areaOf = (path: string) => path.split('/')[1] ?? ''

/** A build of one area: its routes, and those that stand above all or catch what leads nowhere. */
function within(build: ServerBuild, area: string): ServerBuild {
  const belongs = ({ id, path = '' }: { id: string; path?: string }) => id === 'root' || path === '*' || areaOf(path) === area
  const only = <T extends Route>(routes: Routes<T>): Routes<T> =>
    Object.fromEntries(Object.entries(routes).filter(([, route]) => belongs(route)))
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}

type Route = { id: string; path?: string }
type Routes<T> = { [id: string]: T }
