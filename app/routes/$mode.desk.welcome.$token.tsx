import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { WelcomePage } from '#app/features/account/welcome-page.tsx'
import { showWelcome, takeWelcome } from '#app/features/account/welcoming.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => showWelcome(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => takeWelcome(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:welcome.title')

export default function Route(): JSX.Element {
  return <WelcomePage name="" login="" errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
