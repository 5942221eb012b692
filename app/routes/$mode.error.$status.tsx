import type { LoaderFunctionArgs } from '@remix-run/node'
import { modeOf } from '#app/features/page-data.ts'

/** The page of an error that occurred before routing. Only the error boundary is ever shown. */
export function loader({ params }: LoaderFunctionArgs): never {
  modeOf(params)
  const status = Number(params.status)
  throw new Response(null, { status: [400, 403, 404, 405, 413, 415, 429, 500].includes(status) ? status : 404 })
}

export default function Route(): null {
  return null
}
