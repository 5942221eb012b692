import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirectTo } from '#app/access/outcome.ts'
import { startUploadAction } from '#app/features/application/upload-actions.server.ts'
import { paths } from '#app/paths.ts'
import { requirePiece } from '#app/server/piece.ts'
import { respond } from '#app/server/response.ts'

/** A link starts no upload. */
export const loader = (args: LoaderFunctionArgs) => respond(args, ({ mode }) => redirectTo(paths.paper(mode, args.params.paper ?? '')))

/** Starts uploads in pieces. */
export const action = (args: ActionFunctionArgs) => {
  requirePiece(args.request)
  return respond(args, (context) => startUploadAction(context, args.params))
}
