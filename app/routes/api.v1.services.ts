import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/domain/day.ts'
import { isLanguage, sourceLanguage } from '#app/domain/language.ts'
import { catalogue } from '#app/features/api/catalogue-api.server.ts'
import { problemResponse } from '#app/server/problem.ts'

/** `GET /api/v1/services?lang=…`, in one language. */
export function loader({ request }: LoaderFunctionArgs) {
  const lang = new URL(request.url).searchParams.get('lang') ?? sourceLanguage
  if (!isLanguage(lang)) return problemResponse(422, 'invalid', [{ path: '/lang', code: 'unknown-option' }])
  return new Response(JSON.stringify(catalogue(lang, dayOf(new Date()))), {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' },
  })
}

/** The catalogue is only read. */
export const action = () => problemResponse(405, 'method', [{ path: '', code: 'method' }], { Allow: 'GET, HEAD' })
