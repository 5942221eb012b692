import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { showPieces, takePieceAt } from '#app/features/application/paper-desk.server.ts'
import { answer } from '#app/server/answer.ts'

/** A file that comes in pieces: how far it is, and its next piece. */
export const loader = (args: LoaderFunctionArgs) => answer(args, () => showPieces(args.request, args.params))

export const action = (args: ActionFunctionArgs) => answer(args, () => takePieceAt(args.request, args.params))
