import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { dropFileAt, showFile } from '#app/features/application/upload-actions.server.ts'
import { answer } from '#app/server/answer.ts'

/** One file of a paper: shown, or taken away. */
export const loader = (args: LoaderFunctionArgs) => answer(args, (context) => showFile(context, args.params))

export const action = (args: ActionFunctionArgs) => answer(args, (context) => dropFileAt(context, args.params))
