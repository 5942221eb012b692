import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { rateAction, rateLoader } from '#app/features/application/rate.server.ts'
import { RatePage } from '#app/features/application/rate-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => rateLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => rateAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:rate.title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>()
  return <RatePage text="" score="" errors={[]} {...useLoaderData<typeof loader>()} {...typed} />
}
