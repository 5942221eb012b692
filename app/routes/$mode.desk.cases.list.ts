import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { leadToQueue, takeList } from '#app/features/desk/export.server.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, leadToQueue)

export const action = (args: ActionFunctionArgs) => respondAtDesk(args, async (context) => takeList(context, await args.request.formData()))
