import type { ActionFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/domain/day.ts'
import { checkHousehold } from '#app/features/api/check-api.server.ts'
import { problemResponse } from '#app/server/problem.ts'

/** Checking takes a POST. */
export const loader = () => problemResponse(405, 'method', [{ path: '', code: 'method' }], { Allow: 'POST' })

/** `POST /api/v1/check`: the body has been read as JSON before. */
export async function action({ request }: ActionFunctionArgs) {
  const checked = checkHousehold(await request.json(), dayOf(new Date()))
  if (!checked.ok) return problemResponse(422, 'invalid', checked.errors)
  return new Response(JSON.stringify(checked.body), { headers: { 'Content-Type': 'application/json' } })
}
