import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { showPieces, takePieceAt } from '#app/features/application/paper-desk.server.ts'

/** A file that comes in pieces: how far it is, and its next piece. */
export const loader = ({ request, params }: LoaderFunctionArgs) => showPieces(request, params)

export const action = ({ request, params }: ActionFunctionArgs) => takePieceAt(request, params)
