import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { announcementsAction, announcementsLoader } from '#app/features/place-texts/announcements.server.ts'
import { AnnouncementsPage } from '#app/features/place-texts/announcements-page.tsx'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, announcementsLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => announcementsAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'place-texts:announcements.title')

export default function Route(): JSX.Element {
  return <AnnouncementsPage typed={null} errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
