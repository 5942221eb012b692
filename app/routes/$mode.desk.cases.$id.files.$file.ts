import type { LoaderFunctionArgs } from '@remix-run/node'
import { showDeskFile } from '#app/features/desk/case-steps.server.ts'

/** One file of a paper, for staff: that they opened it is written down. */
export const loader = ({ request, params }: LoaderFunctionArgs) => showDeskFile(request, params)
