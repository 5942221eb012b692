import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchLoader } from '#app/features/explain/search.server.ts'
import { SearchPage } from '#app/features/explain/search-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, searchLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'search:title')

export default function Route(): JSX.Element {
  return <SearchPage {...useLoaderData<typeof loader>()} />
}
