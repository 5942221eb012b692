import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawAction, withdrawLoader } from '#app/features/application/withdraw.server.ts'
import { WithdrawPage } from '#app/features/application/withdraw-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => withdrawLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => withdrawAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:withdraw.title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>()
  return <WithdrawPage text="" errors={[]} {...useLoaderData<typeof loader>()} {...typed} />
}
