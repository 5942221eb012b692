import type { EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { modeOfPath, parallelMode } from '#app/i18n/mode.ts'
import { titledByContent } from '#app/ui/document-title.ts'
import { renderPage } from '#app/ui/render-cache.tsx'

/** Answers with a page, rendered whole. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  const page = renderPage(<RemixServer context={context} url={request.url} />)
  const mode = modeOfPath(new URL(request.url).pathname) ?? parallelMode
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(titledByContent(page, mode), { status, headers })
}

/** Server errors, one JSON line each, without anything a person typed. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  const { name, stack } = error instanceof Error ? error : { name: 'unknown', stack: undefined }
  const at = stack
    ?.split('\n')
    .slice(1, 4)
    .map((line) => line.trim())
  console.error(JSON.stringify({ level: 'error', error: name, path: new URL(request.url).pathname, at }))
}
