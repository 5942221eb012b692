import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { dropFileAt, showFile } from '#app/features/application/upload-actions.server.ts'
import { respond } from '#app/server/response.ts'

/** One file of a paper: shown, or taken away. */
export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => showFile(context, args.params))

export const action = (args: ActionFunctionArgs) => respond(args, (context) => dropFileAt(context, args.params))
