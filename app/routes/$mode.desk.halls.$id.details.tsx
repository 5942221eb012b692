import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hallDetailsAction, hallDetailsLoader } from '#app/features/administration/hall-details.server.ts'
import { HallDetailsPage } from '#app/features/administration/hall-details-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => hallDetailsLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => hallDetailsAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'halls:title')

export default function Route(): JSX.Element {
  return <HallDetailsPage errors={[]} differences={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
