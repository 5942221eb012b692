import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { closeHallAction, closeHallLoader } from '#app/features/administration/close-hall.server.ts'
import { CloseHallPage } from '#app/features/administration/close-hall-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => closeHallLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => closeHallAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'colleagues:hall.close.title')

export default function Route(): JSX.Element {
  return <CloseHallPage errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
