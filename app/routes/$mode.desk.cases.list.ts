import type { ActionFunctionArgs } from '@remix-run/node'
import { takeList } from '#app/features/desk/export.server.ts'

export const action = ({ request, params }: ActionFunctionArgs) => takeList(request, params)
