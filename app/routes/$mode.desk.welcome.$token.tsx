import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { WelcomePage } from '#app/features/account/welcome-page.tsx'
import { showWelcome, takeWelcome } from '#app/features/account/welcoming.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => showWelcome(request, params)

export const action = ({ request, params }: ActionFunctionArgs) => takeWelcome(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:welcome.title')

export default function Route(): JSX.Element {
  return <WelcomePage name="" login="" errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
