import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { inboxLoader } from '#app/features/feedback-inbox/inbox.server.ts'
import { InboxPage } from '#app/features/feedback-inbox/inbox-pages.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, inboxLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'desk:nav.feedback')

export default function Route(): JSX.Element {
  return <InboxPage {...useLoaderData<typeof loader>()} />
}
