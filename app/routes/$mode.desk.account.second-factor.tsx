import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { secondFactorAction, secondFactorLoader } from '#app/features/account/second-factor.server.ts'
import { SecondFactorPage } from '#app/features/account/second-factor-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, secondFactorLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => secondFactorAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:factor.title')

export default function Route(): JSX.Element {
  const [shown, actionData] = [useLoaderData<typeof loader>(), useActionData<typeof action>()]
  return <SecondFactorPage {...shown} errors={[]} {...actionData} offered={actionData?.offered ?? shown.offered} />
}
