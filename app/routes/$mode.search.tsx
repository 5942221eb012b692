import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { search } from '#app/features/explain/search.server.ts'
import { SearchPage } from '#app/features/explain/search-page.tsx'
import { headOf, modeOf, placeOf } from '#app/features/page-data.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const mode = modeOf(params)
  const q = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100).trim()
  return json({ mode, at: placeOf(request), q, found: search(q, mode) })
}

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'search:title')

export default function Route(): JSX.Element {
  return <SearchPage {...useLoaderData<typeof loader>()} />
}
