import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskStartLoader } from '#app/features/account/desk-start.server.ts'
import { DeskStartPage } from '#app/features/account/desk-start-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, deskStartLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'desk:title')

export default function Route(): JSX.Element {
  return <DeskStartPage {...useLoaderData<typeof loader>()} />
}
