import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { peopleAction, peopleLoader } from '#app/features/desk/people.server.ts'
import { PeoplePage } from '#app/features/desk/people-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { withCamera } from '#app/server/headers.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, peopleLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => peopleAction(context, await args.request.formData()))

export const headers = withCamera

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'people:title')

export default function Route(): JSX.Element {
  return <PeoplePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
