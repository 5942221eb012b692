import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { leadToQueue, takeList } from '#app/features/desk/export.server.ts'
import { answerAtDesk } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answerAtDesk(args, leadToQueue)

export const action = (args: ActionFunctionArgs) => answerAtDesk(args, async (context) => takeList(context, await args.request.formData()))
