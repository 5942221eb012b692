import type { LoaderFunctionArgs } from '@remix-run/node'
import { letterPdfLoader } from '#app/features/desk/letter.server.ts'
import { respondAtDesk } from '#app/server/response.ts'

/** The letter of a decision as a PDF. */
export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => letterPdfLoader(context, args.params))
