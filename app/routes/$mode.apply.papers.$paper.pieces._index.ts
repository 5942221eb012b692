import type { ActionFunctionArgs } from '@remix-run/node'
import { beginPieces } from '#app/features/application/upload-actions.server.ts'
import { answer } from '#app/server/answer.ts'

/** Files that come in pieces are begun here. */
export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })

export const action = (args: ActionFunctionArgs) => answer(args, (context) => beginPieces(context, args.params))
