import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { exportAction, redirectToQueue } from '#app/features/desk/export.server.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, redirectToQueue)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => exportAction(context, await args.request.formData()))
