import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { dropFileAt, showFile } from '#app/features/application/paper-desk.server.ts'

/** One file of a paper: shown, or taken away. */
export const loader = ({ request, params }: LoaderFunctionArgs) => showFile(request, params)

export const action = ({ request, params }: ActionFunctionArgs) => dropFileAt(request, params)
