import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { correctionsAction, correctionsLoader } from '#app/features/desk/corrections.server.ts'
import { CorrectionsPage } from '#app/features/desk/corrections-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => correctionsLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => correctionsAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'desk:correct.title')

export default function Route(): JSX.Element {
  return <CorrectionsPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
