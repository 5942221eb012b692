import type { Wrong } from '#app/features/api/check-api.server.ts'

/** An error of the API (RFC 9457). */
export function problemResponse(status: number, title: string, errors: readonly Wrong[], headers: Record<string, string> = {}): Response {
  return new Response(problem(status, title, errors), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })
}

/** The body of an error the server answers itself, before any route is asked. */
export function problemOf(status: number): string {
  const code = codes[status] ?? 'error'
  return problem(status, code, [{ path: '', code }])
}

const codes: Readonly<Record<number, string>> = {
  400: 'malformed',
  404: 'not-found',
  405: 'method',
  413: 'too-large',
  415: 'media-type',
  429: 'too-many',
}

const problem = (status: number, title: string, errors: readonly Wrong[]) => JSON.stringify({ type: 'about:blank', title, status, errors })
