import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { slipLoader } from '#app/features/application/slip.server.ts'
import { SlipPage } from '#app/features/application/slip-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, slipLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:slip.title')

export default function Route(): JSX.Element {
  return <SlipPage {...useLoaderData<typeof loader>()} />
}
