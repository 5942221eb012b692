import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { pieceAction, uploadProgressLoader } from '#app/features/application/upload-actions.server.ts'
import { readPiece } from '#app/server/piece.ts'
import { respond } from '#app/server/response.ts'

/** An upload in pieces: how much was received, and its next piece. */
export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => uploadProgressLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respond(args, (context) => pieceAction(context, () => readPiece(args.request), args.params))
