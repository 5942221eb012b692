import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { headOf, modeOf, placeOf } from '#app/features/page-data.ts'
import { leaveNothing } from '#app/features/self-check/check-cookie.server.ts'
import { ClearPage } from '#app/features/self-check/save-pages.tsx'
import { paths } from '#app/paths.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return json({ mode: modeOf(params), at: placeOf(request), cleared: new URL(request.url).searchParams.has('done') })
}

export async function action({ params }: ActionFunctionArgs) {
  return redirect(`${paths.clearCheck(modeOf(params))}?done`, { status: 303, headers: leaveNothing() })
}

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:clear')

export default function Route(): JSX.Element {
  return <ClearPage {...useLoaderData<typeof loader>()} />
}
