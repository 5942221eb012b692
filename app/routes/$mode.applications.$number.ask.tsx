import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askAction, askLoader } from '#app/features/application/ask.server.ts'
import { AskPage } from '#app/features/application/ask-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => askLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => askAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:ask.title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>()
  return <AskPage text="" errors={[]} {...useLoaderData<typeof loader>()} {...typed} />
}
