import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CloseFolderPage } from '#app/features/application/folder-door-pages.tsx'
import { keyboardOf } from '#app/features/client-session.server.ts'
import { closeOn } from '#app/features/folder-session.server.ts'
import { headOf, modeOf, placeOf } from '#app/features/page-data.ts'
import { leaveNothing } from '#app/features/self-check/check-cookie.server.ts'
import { paths } from '#app/paths.ts'
import { answer } from '#app/server/answer.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answer({ request, params, context }, async () => {
    return json({ mode: modeOf(params), at: placeOf(request), closed: new URL(request.url).searchParams.has('done') })
  })

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  answer({ request, params, context }, async () => {
    // A clerk who closes the client's folder has done helping.
    if ((await keyboardOf(request)).by === 'clerk') throw redirect(paths.endClient(modeOf(params)), 307)
    const headers = new Headers(leaveNothing())
    headers.append('Set-Cookie', (await closeOn(request))['Set-Cookie'])
    return redirect(`${paths.closeFolder(modeOf(params))}?done`, { status: 303, headers })
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:close.button')

export default function Route(): JSX.Element {
  return <CloseFolderPage {...useLoaderData<typeof loader>()} />
}
