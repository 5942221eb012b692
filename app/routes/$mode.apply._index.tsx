import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { StartPage } from '#app/features/application/start-page.tsx'
import { showStart, takeStart } from '#app/features/application/starting.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { checkOf } from '#app/features/self-check/check-cookie.server.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => showStart(request, params, checkOf(request))

export const action = ({ request, params }: ActionFunctionArgs) => takeStart(request, params, checkOf(request))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:title', undefined, 'apply:intake')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>()
  return <StartPage given={[]} who="" errors={[]} {...useLoaderData<typeof loader>()} {...typed} />
}
