import { type RequestContext, requestContext } from './request-context.server.ts'

const contexts = new WeakMap<Request, Promise<RequestContext>>()

/** Until every use case takes a context: who asks with this request. */
export function contextBy(request: Request): Promise<RequestContext> {
  const found = contexts.get(request) ?? requestContext(request)
  contexts.set(request, found)
  return found
}

/** Remembers who asks with a request. */
export function rememberContext(request: Request, context: RequestContext): void {
  contexts.set(request, Promise.resolve(context))
}
