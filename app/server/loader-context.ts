import type { LoaderFunctionArgs } from '@remix-run/node'
import { type RequestContext, requestContext } from '#app/access/request-context.server.ts'

const byLoad = new WeakMap<object, Promise<RequestContext>>()

/**
 * The request context of loaders and actions: created once for each request, though the router hands each loader a request of its own. The
 * load after an action creates it again: the action may have signed a staff member in. That load says that it comes after one.
 */
export function contextOf({ request, params, context: load }: LoaderFunctionArgs): Promise<RequestContext> {
  const found = byLoad.get(load) ?? requestContext(request, params, new Date(), 'result' in load)
  byLoad.set(load, found)
  return found
}
