import type { Wrong } from '#app/features/api/check-api.server.ts'

/** An error of the API (RFC 9457). */
export function problemResponse(status: number, title: string, errors: readonly Wrong[], headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title, status, errors }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })
}
