import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HallPage } from '#app/features/account/hall-pages.tsx'
import { showHall, takeHallChange } from '#app/features/account/halls.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => showHall(request, params)

export const action = ({ request, params }: ActionFunctionArgs) => takeHallChange(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:halls.title')

export default function Route(): JSX.Element {
  return <HallPage typed={null} errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
