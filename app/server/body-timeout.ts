import type { IncomingMessage, ServerResponse } from 'node:http'
import { everywhere } from './headers.ts'

/** How long a body may take to arrive, in milliseconds. */
const wholeWithin = 30_000
/** A body with files may take longer, as long as at least so many bytes arrive in so much time: slow mobile networks need minutes. */
const slowest = { bytes: 16 * 1024, within: 60_000 }
/** The longest any request may take to arrive, in milliseconds. */
export const longestRequest = 2 * 3_600_000

/** Ends a request whose body does not arrive in time. Node has one time limit for all requests; files need another. */
export function limitBodyTime(request: IncomingMessage, response: ServerResponse, isFiles: boolean): void {
  const { headers, socket } = request
  if (headers['transfer-encoding'] === undefined && !Number(headers['content-length'])) return
  let seen = socket.bytesRead
  const timer = setInterval(
    () => {
      const result = socket.bytesRead - seen
      seen += result
      if (!isFiles || result < slowest.bytes) end()
    },
    isFiles ? slowest.within : wholeWithin,
  )
  const end = () => {
    clearInterval(timer)
    if (response.headersSent) return void socket.destroy()
    response.writeHead(408, { ...everywhere, Connection: 'close' }).end(() => socket.destroy())
  }
  request.once('end', () => clearInterval(timer))
  request.once('close', () => clearInterval(timer))
}
