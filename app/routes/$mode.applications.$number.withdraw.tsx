import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { WithdrawPage } from '#app/features/application/asking-pages.tsx'
import { showWithdraw, takeWithdraw } from '#app/features/application/closing.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { answer } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answer(args, (context) => showWithdraw(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  answer(args, async (context) => takeWithdraw(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:withdraw.title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>()
  return <WithdrawPage words="" {...useLoaderData<typeof loader>()} {...typed} />
}
