import { openApi } from '#app/features/api/openapi.server.ts'
import { problemResponse } from '#app/server/problem.ts'

/** `GET /api/v1/openapi.json` */
export const loader = () =>
  new Response(JSON.stringify(openApi), { headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' } })

/** The description is only read. */
export const action = () => problemResponse(405, 'method', [{ path: '', code: 'method' }], { Allow: 'GET, HEAD' })
