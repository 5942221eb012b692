import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { newPinAction, newPinLoader } from '#app/features/recovery/new-pin.server.ts'
import { NewPinPage } from '#app/features/recovery/new-pin-page.tsx'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, newPinLoader)

export const action = (args: ActionFunctionArgs) => respond(args, async (context) => newPinAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'recovery:new-pin.title')

export default function Route(): JSX.Element {
  return <NewPinPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
