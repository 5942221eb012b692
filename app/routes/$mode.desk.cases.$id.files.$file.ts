import type { LoaderFunctionArgs } from '@remix-run/node'
import { showDeskFile } from '#app/features/desk/case-steps.server.ts'
import { answerAtDesk } from '#app/server/answer.ts'

/** One file of a paper, for staff: that they opened it is written down. */
export const loader = (args: LoaderFunctionArgs) => answerAtDesk(args, (context) => showDeskFile(context, args.params))
