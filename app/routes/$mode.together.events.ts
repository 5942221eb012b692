import type { LoaderFunctionArgs } from '@remix-run/node'
import { listenTo } from '#app/features/counter/sharing.server.ts'

/** What two readers of a form share, as it changes: server-sent events. */
export const loader = ({ request, params }: LoaderFunctionArgs) => listenTo(request, params)
