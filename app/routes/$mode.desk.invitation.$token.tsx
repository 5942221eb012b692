import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invitationAction, invitationLoader } from '#app/features/account/invitation.server.ts'
import { InvitationPage } from '#app/features/account/invitation-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => invitationLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => invitationAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  headOf(modeOf(params), `account:invitation.${data?.first ? 'first' : 'title'}`)

export default function Route(): JSX.Element {
  return <InvitationPage name="" login="" errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
