import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CounterPage } from '#app/features/counter/counter-page.tsx'
import { counterLoader, startAssistedSessionAction } from '#app/features/counter/start-assisted-session.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { withCamera } from '#app/server/headers.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, counterLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => startAssistedSessionAction(context, await args.request.formData()))

export const headers = withCamera

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:title')

export default function Route(): JSX.Element {
  const came = useActionData<typeof action>()
  return <CounterPage errors={[]} {...useLoaderData<typeof loader>()} {...came} />
}
