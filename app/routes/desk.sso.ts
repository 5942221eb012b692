import type { LoaderFunctionArgs } from '@remix-run/node'
import { comeBack } from '#app/access/single-sign-on.server.ts'
import { answer } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answer(args, comeBack)
