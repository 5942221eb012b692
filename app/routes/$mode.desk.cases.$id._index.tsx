import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CasePage } from '#app/features/desk/case-page.tsx'
import { caseAction } from '#app/features/desk/case-steps.server.ts'
import { caseLoader } from '#app/features/desk/case-view.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => caseLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => caseAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction<typeof loader> = ({ params, data }) => headOf(modeOf(params), data?.title ?? 'desk:queue.title')

export default function Route(): JSX.Element {
  return <CasePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
