import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { askAction, askLoader } from '#app/features/recovery/ask-recovery.server.ts'
import { AskRecoveryPage } from '#app/features/recovery/ask-recovery-page.tsx'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => askLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => askAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'recovery:ask.title')

export default function Route(): JSX.Element {
  return <AskRecoveryPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
