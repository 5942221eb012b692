import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { calendarAction, calendarLoader } from '#app/features/administration/calendar.server.ts'
import { CalendarPage } from '#app/features/administration/calendar-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, calendarLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => calendarAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:days.title')

export default function Route(): JSX.Element {
  return <CalendarPage typed={null} errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
