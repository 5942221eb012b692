import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffRoles } from '#app/domain/staff.ts'
import { DeskStartPage } from '#app/features/account/desk-start-page.tsx'
import { headOf, modeOf, placeOf } from '#app/features/page-data.ts'
import { staffAt } from '#app/features/staff-session.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const mode = modeOf(params)
  return json({ mode, at: placeOf(request), staff: await staffAt(request, mode, staffRoles) })
}

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'desk:title')

export default function Route(): JSX.Element {
  return <DeskStartPage {...useLoaderData<typeof loader>()} />
}
