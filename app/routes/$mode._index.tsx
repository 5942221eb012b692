import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { page } from '#app/access/outcome.ts'
import { HomePage } from '#app/features/explain/home-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { announcedTo } from '#app/places/announcements.server.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => page(announcedTo([], context.today)))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'home:title', undefined, 'home:lead')

export default function Route(): JSX.Element {
  return <HomePage mode={modeOf(useParams())} announcements={useLoaderData<typeof loader>()} />
}
