import type { ActionFunctionArgs } from '@remix-run/node'
import { findStepOn } from '#app/features/application/form-step.server.ts'
import { sharedSessionAction } from '#app/features/counter/shared-session.server.ts'
import { respond } from '#app/server/response.ts'

/** Input, focus or a confirmation from one screen of a shared session. */
export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => sharedSessionAction(context, await args.request.formData(), findStepOn(context.today)))
