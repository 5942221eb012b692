import type { LoaderFunctionArgs } from '@remix-run/node'
import { deskFileLoader } from '#app/features/desk/case-steps.server.ts'
import { respondAtDesk } from '#app/server/response.ts'

/** One file of a paper, for staff: the view is logged. */
export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => deskFileLoader(context, args.params))
