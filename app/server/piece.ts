import { pieceType } from './body.ts'

/**
 * A request that sends a file in pieces: its bytes are the body as it was sent.
 * @throws 415 for any other type, before anything is stored: a form is no part of a file
 */
export function requirePiece(request: Request): Request {
  if (request.headers.get('Content-Type') !== pieceType) throw new Response(null, { status: 415 })
  return request
}

/** The bytes of a piece. @throws as `requirePiece` does */
export const readPiece = async (request: Request): Promise<Uint8Array> => new Uint8Array(await requirePiece(request).arrayBuffer())
