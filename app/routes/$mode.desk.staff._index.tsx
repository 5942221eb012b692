import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { showStaff, takeMember } from '#app/features/account/members.server.ts'
import { StaffPage } from '#app/features/account/staff-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { answerAtDesk } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answerAtDesk(args, showStaff)

export const action = (args: ActionFunctionArgs) =>
  answerAtDesk(args, async (context) => takeMember(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:staff.title')

export default function Route(): JSX.Element {
  return <StaffPage typed={null} link={null} errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
