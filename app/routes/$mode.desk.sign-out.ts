import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { takeSignOut } from '#app/features/account/entering.server.ts'
import { modeOf } from '#app/features/page-data.ts'
import { paths } from '#app/paths.ts'

/** Nobody is signed out by a link. */
export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.desk(modeOf(params)))

export const action = ({ request, params }: ActionFunctionArgs) => takeSignOut(request, params)
