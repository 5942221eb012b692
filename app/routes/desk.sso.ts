import type { LoaderFunctionArgs } from '@remix-run/node'
import { comeBack } from '#app/features/account/single-sign-on.server.ts'
import { answer } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answer(args, comeBack)
