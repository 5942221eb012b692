import type { EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'

/**
 * Renders a page whole: that costs a third of streaming, and status and length are then right. Nothing takes the page over
 * in the browser, so it goes without React's marks.
 */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  const html = renderToStaticMarkup(<RemixServer context={context} url={request.url} />)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(bytesOf(`<!DOCTYPE html>${html}`), { status, headers })
}

/** Text as UTF-8 in one pass: `Buffer.from` goes over it twice. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const room = Buffer.from(new ArrayBuffer(text.length * 3))
  return new Uint8Array(room.buffer as ArrayBuffer, 0, room.write(text))
}

/** Errors of our own, one JSON line each, without anything a person typed. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  const { name, stack } = error instanceof Error ? error : { name: 'unknown', stack: undefined }
  const at = stack
    ?.split('\n')
    .slice(1, 4)
    .map((line) => line.trim())
  console.error(JSON.stringify({ level: 'error', error: name, path: new URL(request.url).pathname, at }))
}
