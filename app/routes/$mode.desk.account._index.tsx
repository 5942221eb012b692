import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPage } from '#app/features/account/account-page.tsx'
import { accountAction, accountLoader } from '#app/features/account/own-account.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, accountLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => accountAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:own.title')

export default function Route(): JSX.Element {
  return <AccountPage errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
