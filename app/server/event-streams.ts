import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { concurrencyLimit } from './concurrency-limit.ts'

/** Streams open at the same moment: a whole hall may share one address. */
const room = concurrencyLimit({ each: 100, all: 1000 })
const open = new Set<ServerResponse>()

/** Is a response streamed, instead of sent whole? */
export function isStream(answered: Response): boolean {
  return answered.headers.get('Content-Type') === 'text/event-stream'
}

/** Streams a response until either side ends it; 503 where the limit is reached. */
export async function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  answered: Response,
  headers: Readonly<Record<string, string>>,
  address: string,
): Promise<void> {
  const leave = request.method === 'HEAD' ? undefined : room(address)
  if (!leave || !answered.body) {
    await answered.body?.cancel()
    return void response.writeHead(request.method === 'HEAD' ? answered.status : 503, headers).end()
  }
  open.add(response)
  response.once('close', () => {
    open.delete(response)
    leave()
  })
  response.writeHead(answered.status, { ...headers, 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' })
  response.flushHeaders()
  // The client may disconnect at any moment: no error.
  await pipeline(Readable.fromWeb(answered.body as ReadableStream), response).catch(() => undefined)
}

/** Ends every stream when the server is about to stop; browsers reconnect by themselves. */
export function endStreams(): void {
  for (const response of open) response.destroy()
}
