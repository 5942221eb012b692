import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAction, staffLoader } from '#app/features/administration/staff-members.server.ts'
import { StaffPage } from '#app/features/administration/staff-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, staffLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => staffAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:staff.title')

export default function Route(): JSX.Element {
  return <StaffPage typed={null} link={null} errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
