import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { lifeStepAction, lifeStepLoader } from '#app/features/desk/life-step.server.ts'
import { LifeStepPage } from '#app/features/desk/life-step-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) =>
  respondAtDesk(args, (context) => lifeStepLoader(context, args.params, 'answer-resident'))

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => lifeStepAction(context, await args.request.formData(), args.params, 'answer-resident'))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'steps:answer-resident.title')

export default function Route(): JSX.Element {
  return <LifeStepPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
