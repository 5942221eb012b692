import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { leadToCounter, takeEnd } from '#app/features/counter/beginning.server.ts'
import { answerAtDesk } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answerAtDesk(args, leadToCounter)

export const action = (args: ActionFunctionArgs) => answerAtDesk(args, takeEnd)
