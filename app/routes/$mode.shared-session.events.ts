import type { LoaderFunctionArgs } from '@remix-run/node'
import { requestContext } from '#app/access/request-context.server.ts'
import { sharedSessionEvents } from '#app/features/counter/shared-session.server.ts'
import { respondUnattended } from '#app/server/response.ts'

/** The state of a shared session, as it changes: server-sent events. */
export const loader = (args: LoaderFunctionArgs) =>
  respondUnattended(args, (context) => sharedSessionEvents(context, () => requestContext(args.request, args.params), args.request.signal))
