import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { deleteFileAction, fileLoader } from '#app/features/application/upload-actions.server.ts'
import { respond } from '#app/server/response.ts'

/** One file of a paper: shown, or deleted. */
export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => fileLoader(context, args.params))

export const action = (args: ActionFunctionArgs) => respond(args, (context) => deleteFileAction(context, args.params))
