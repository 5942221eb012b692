import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { leadToQueue, takeList } from '#app/features/desk/export.server.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => leadToQueue(request, params)

export const action = ({ request, params }: ActionFunctionArgs) => takeList(request, params)
