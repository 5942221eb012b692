import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { unlockAction, unlockLoader } from '#app/features/account/unlock.server.ts'
import { UnlockPage } from '#app/features/account/unlock-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, unlockLoader)

export const action = (args: ActionFunctionArgs) => respond(args, async (context) => unlockAction(context, await args.request.formData()))

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  headOf(modeOf(params), `account:unlock.${data?.locked === false ? 'open' : 'title'}`)

export default function Route(): JSX.Element {
  return <UnlockPage carried="" again={null} errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
