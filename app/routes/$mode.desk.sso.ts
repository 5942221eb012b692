import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirectToProvider } from '#app/access/single-sign-on.server.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, redirectToProvider)
