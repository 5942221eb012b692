import type { LoaderFunctionArgs } from '@remix-run/node'
import { takeCopy } from '#app/features/application/my-data.server.ts'
import { modeOf } from '#app/features/page-data.ts'

/** A copy of everything kept of the folder that is open, for programs. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const data = await takeCopy(request, modeOf(params), 'data.json')
  return new Response(JSON.stringify(data, null, 2), {
    headers: { 'Content-Type': 'application/json', 'Content-Disposition': 'attachment; filename="my-data.json"' },
  })
}
