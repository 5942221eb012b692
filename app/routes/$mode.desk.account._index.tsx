import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPage } from '#app/features/account/account-page.tsx'
import { showAccount, takeAccount } from '#app/features/account/own-account.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { answerAtDesk } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answerAtDesk(args, showAccount)

export const action = (args: ActionFunctionArgs) =>
  answerAtDesk(args, async (context) => takeAccount(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:own.title')

export default function Route(): JSX.Element {
  return <AccountPage errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
