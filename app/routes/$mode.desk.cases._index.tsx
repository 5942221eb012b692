import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { queueAction, queueLoader } from '#app/features/desk/queue.server.ts'
import { QueuePage } from '#app/features/desk/queue-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { withCamera } from '#app/server/headers.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, queueLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => queueAction(context, await args.request.formData()))

export const headers = withCamera

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'desk:queue.title')

export default function Route(): JSX.Element {
  return <QueuePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
