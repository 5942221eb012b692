import type { ActionFunctionArgs } from '@remix-run/node'
import { takeShared } from '#app/features/counter/sharing.server.ts'

/** What one of two readers of a form wrote, points at, or confirms. */
export const action = ({ request, params }: ActionFunctionArgs) => takeShared(request, params)
