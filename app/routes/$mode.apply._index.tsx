import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { StartPage } from '#app/features/application/start-page.tsx'
import { showStart, takeStart } from '#app/features/application/starting.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { checkOf } from '#app/features/self-check/check-cookie.server.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => showStart(context, checkOf(context)))

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => takeStart(context, await args.request.formData(), checkOf(context)))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:title', undefined, 'apply:intake')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>()
  return <StartPage given={[]} who="" errors={[]} {...useLoaderData<typeof loader>()} {...typed} />
}
