import type { ActionFunctionArgs } from '@remix-run/node'
import { sharedSessionAction } from '#app/features/counter/shared-session.server.ts'
import { respond } from '#app/server/response.ts'

/** What one of two readers of a form wrote, points at, or confirms. */
export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => sharedSessionAction(context, await args.request.formData()))
