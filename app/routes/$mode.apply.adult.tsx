import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nameAdultAction, nameAdultLoader } from '#app/features/application/name-adult.server.ts'
import { NameAdultPage } from '#app/features/application/name-adult-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, nameAdultLoader)

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => nameAdultAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:adult.title')

export default function Route(): JSX.Element {
  return <NameAdultPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
