import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffMemberAction, staffMemberLoader } from '#app/features/administration/staff-member.server.ts'
import { StaffMemberPage } from '#app/features/administration/staff-member-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => staffMemberLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => staffMemberAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:staff.one')

export default function Route(): JSX.Element {
  return <StaffMemberPage link={null} typed={null} errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
