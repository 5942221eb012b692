import type { ActionFunctionArgs } from '@remix-run/node'
import { sharedSessionAction } from '#app/features/counter/shared-session.server.ts'
import { answer } from '#app/server/answer.ts'

/** What one of two readers of a form wrote, points at, or confirms. */
export const action = (args: ActionFunctionArgs) =>
  answer(args, async (context) => sharedSessionAction(context, await args.request.formData()))
