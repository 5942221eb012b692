import type { ActionFunctionArgs } from '@remix-run/node'
import { takeShared } from '#app/features/counter/sharing.server.ts'
import { answer } from '#app/server/answer.ts'

/** What one of two readers of a form wrote, points at, or confirms. */
export const action = (args: ActionFunctionArgs) => answer(args, async (context) => takeShared(context, await args.request.formData()))
