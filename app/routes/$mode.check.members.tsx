import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { membersAction, membersLoader } from '#app/features/self-check/members.server.ts'
import { MembersPage } from '#app/features/self-check/members-page.tsx'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, membersLoader)

export const action = (args: ActionFunctionArgs) => respond(args, async (context) => membersAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:members.title')

export default function Route(): JSX.Element {
  const { only, ...shown } = useLoaderData<typeof loader>()
  const typed = useActionData<typeof action>()
  return <MembersPage errors={[]} {...shown} only={only} {...typed} />
}
