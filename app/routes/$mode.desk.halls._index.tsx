import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HallsPage } from '#app/features/account/hall-pages.tsx'
import { showHalls, takeHall } from '#app/features/account/halls.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => showHalls(request, params)

export const action = ({ request, params }: ActionFunctionArgs) => takeHall(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:halls.title')

export default function Route(): JSX.Element {
  return (
    <HallsPage
      typed={{ place: '', zh: '', bo: '', secondFactor: false }}
      errors={[]}
      {...useLoaderData<typeof loader>()}
      {...useActionData<typeof action>()}
    />
  )
}
