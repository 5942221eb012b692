import type { LoaderFunctionArgs } from '@remix-run/node'
import { myLetterLoader } from '#app/features/application/letter.server.ts'
import { respond } from '#app/server/response.ts'

/** A letter the resident was sent, as a PDF. */
export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => myLetterLoader(context, args.params))
