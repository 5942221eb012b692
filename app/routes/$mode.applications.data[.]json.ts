import type { LoaderFunctionArgs } from '@remix-run/node'
import { takeCopy } from '#app/features/application/my-data.server.ts'
import { modeOf } from '#app/features/page-data.ts'
import { answer } from '#app/server/answer.ts'

/** A copy of everything kept of the folder that is open, for programs. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answer({ request, params, context }, async () => {
    const data = await takeCopy(request, modeOf(params), 'data.json')
    return new Response(JSON.stringify(data, null, 2), {
      headers: { 'Content-Type': 'application/json', 'Content-Disposition': 'attachment; filename="my-data.json"' },
    })
  })
