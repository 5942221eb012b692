import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { UnlockPage } from '#app/features/account/unlock-page.tsx'
import { showUnlock, takeUnlock } from '#app/features/account/unlocking.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => showUnlock(request, params)

export const action = ({ request, params }: ActionFunctionArgs) => takeUnlock(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:unlock.title')

export default function Route(): JSX.Element {
  return <UnlockPage kept="" again={null} errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
