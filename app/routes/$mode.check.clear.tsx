import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { headOf, modeOf, placeOf } from '#app/features/page-data.ts'
import { leaveNothing } from '#app/features/self-check/check-cookie.server.ts'
import { ClearPage } from '#app/features/self-check/save-pages.tsx'
import { paths } from '#app/paths.ts'
import { answer } from '#app/server/answer.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answer({ request, params, context }, async () => {
    return json({ mode: modeOf(params), at: placeOf(request), cleared: new URL(request.url).searchParams.has('done') })
  })

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  answer({ request, params, context }, async () => {
    return redirect(`${paths.clearCheck(modeOf(params))}?done`, { status: 303, headers: leaveNothing() })
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:clear')

export default function Route(): JSX.Element {
  return <ClearPage {...useLoaderData<typeof loader>()} />
}
