import type { ActionFunctionArgs } from '@remix-run/node'
import { startUploadAction } from '#app/features/application/upload-actions.server.ts'
import { requirePiece } from '#app/server/piece.ts'
import { respond } from '#app/server/response.ts'

/** Starts uploads in pieces. */
export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })

export const action = (args: ActionFunctionArgs) => {
  requirePiece(args.request)
  return respond(args, (context) => startUploadAction(context, args.params))
}
