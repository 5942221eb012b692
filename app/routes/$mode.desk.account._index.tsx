import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPage } from '#app/features/account/account-page.tsx'
import { showAccount, takeAccount } from '#app/features/account/own-account.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => showAccount(request, params)

export const action = ({ request, params }: ActionFunctionArgs) => takeAccount(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:own.title')

export default function Route(): JSX.Element {
  return <AccountPage errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
