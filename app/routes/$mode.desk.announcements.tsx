import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { announcementsAction, announcementsLoader } from '#app/features/kept/announcements.server.ts'
import { AnnouncementsPage } from '#app/features/kept/announcements-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, announcementsLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => announcementsAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'kept:announcements.title')

export default function Route(): JSX.Element {
  return <AnnouncementsPage typed={null} errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
