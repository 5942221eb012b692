import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { endAssistedSessionAction, redirectToCounter } from '#app/features/counter/start-assisted-session.server.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, redirectToCounter)

export const action = (args: ActionFunctionArgs) => respondAtDesk(args, endAssistedSessionAction)
