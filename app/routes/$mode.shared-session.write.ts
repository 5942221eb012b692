import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirectTo } from '#app/access/outcome.ts'
import { findStepOn } from '#app/features/application/form-step.server.ts'
import { sharedSessionAction } from '#app/features/counter/shared-session.server.ts'
import { paths } from '#app/paths.ts'
import { respond } from '#app/server/response.ts'

/** A link writes nothing. */
export const loader = (args: LoaderFunctionArgs) => respond(args, ({ mode }) => redirectTo(paths.sharedSession(mode)))

/** Input, focus or a confirmation from one screen of a shared session. */
export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => sharedSessionAction(context, await args.request.formData(), findStepOn(context.today)))
