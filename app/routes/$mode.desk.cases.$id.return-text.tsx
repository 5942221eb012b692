import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decisionAction, decisionLoader } from '#app/features/desk/decision.server.ts'
import { DecisionPage } from '#app/features/desk/decision-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => decisionLoader(context, args.params, 'return-text'))

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => decisionAction(context, await args.request.formData(), args.params, 'return-text'))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'desk:return-text.title')

export default function Route(): JSX.Element {
  return <DecisionPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
