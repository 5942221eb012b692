import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ColleaguePage } from '#app/features/desk/colleague-page.tsx'
import { colleagueAction, colleagueLoader } from '#app/features/desk/colleagues.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => colleagueLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => colleagueAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'colleagues:one')

export default function Route(): JSX.Element {
  return <ColleaguePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
