import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { WithdrawPage } from '#app/features/application/asking-pages.tsx'
import { showWithdraw, takeWithdraw } from '#app/features/application/closing.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => showWithdraw(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => takeWithdraw(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:withdraw.title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>()
  return <WithdrawPage words="" {...useLoaderData<typeof loader>()} {...typed} />
}
