import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { markDevice } from '#app/features/client-session.server.ts'
import type { Typed } from '#app/features/counter/begin-form.tsx'
import { showCounter, takeBegin } from '#app/features/counter/beginning.server.ts'
import { CounterPage } from '#app/features/counter/counter-page.tsx'
import { closeOn, openOn } from '#app/features/folder-session.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { withCamera } from '#app/features/permissions.ts'
import { leaveNothing } from '#app/features/self-check/check-cookie.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => showCounter(request, params)

/** With the next client, whatever the browser holds of the one before goes: cookies by name, pages and storage by their own header. */
export async function action({ request, params }: ActionFunctionArgs) {
  const begun = await takeBegin(request, params)
  if (begun instanceof Response) return begun
  const { client, to } = begun
  const now = new Date()
  const headers = new Headers({ ...leaveNothing(), 'Clear-Site-Data': '"cache", "storage"' })
  headers.append('Set-Cookie', markDevice(client, now))
  const folder = client.folderId ? await openOn(request, client.folderId, now) : await closeOn(request)
  headers.append('Set-Cookie', folder['Set-Cookie'])
  return redirect(to, { status: 303, headers })
}

export const headers = withCamera

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:title')

export default function Route(): JSX.Element {
  const came = useActionData<typeof action>() as { typed: Typed; errors: FieldError[] } | undefined
  return <CounterPage errors={[]} {...useLoaderData<typeof loader>()} {...came} />
}
