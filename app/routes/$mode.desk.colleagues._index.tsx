import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { colleaguesAction, colleaguesLoader } from '#app/features/desk/colleagues.server.ts'
import { ColleaguesPage } from '#app/features/desk/colleagues-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, colleaguesLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => colleaguesAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'colleagues:title')

export default function Route(): JSX.Element {
  return <ColleaguesPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
