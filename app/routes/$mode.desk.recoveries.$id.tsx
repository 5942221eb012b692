import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { recoveryAction, recoveryLoader } from '#app/features/recovery/recovery.server.ts'
import { RecoveryPage } from '#app/features/recovery/recovery-page.tsx'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => recoveryLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => recoveryAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  headOf(modeOf(params), data ? `recovery:title.${data.kind}` : 'recovery:list.title')

export default function Route(): JSX.Element {
  return <RecoveryPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
