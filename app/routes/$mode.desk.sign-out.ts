import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirectTo } from '#app/access/outcome.ts'
import { signOutAction } from '#app/features/account/sign-in.server.ts'
import { paths } from '#app/paths.ts'
import { respond } from '#app/server/response.ts'

/** A link does not sign out. */
export const loader = (args: LoaderFunctionArgs) => respond(args, ({ mode }) => redirectTo(paths.desk(mode)))

export const action = (args: ActionFunctionArgs) => respond(args, async (context) => signOutAction(context, await args.request.formData()))
