import type { LoaderFunctionArgs } from '@remix-run/node'
import { type RequestContext, requestContext } from '#app/access/request-context.server.ts'

const byLoad = new WeakMap<object, Promise<RequestContext>>()

/**
 * Who asks, for the loaders and actions of one request: asked once, though the router hands each loader a request of its own. What is
 * shown after an action is a load of its own and asks again: the action may have signed somebody in.
 */
export function contextOf({ request, params, context: load }: LoaderFunctionArgs): Promise<RequestContext> {
  const found = byLoad.get(load) ?? requestContext(request, params)
  byLoad.set(load, found)
  return found
}
