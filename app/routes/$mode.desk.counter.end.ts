import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { endAssistedSessionAction, redirectToCounter } from '#app/features/counter/start-assisted-session.server.ts'
import { answerAtDesk } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answerAtDesk(args, redirectToCounter)

export const action = (args: ActionFunctionArgs) => answerAtDesk(args, endAssistedSessionAction)
