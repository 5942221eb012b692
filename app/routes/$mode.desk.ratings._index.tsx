import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { showRatings } from '#app/features/desk/ratings.server.ts'
import { RatingsPage } from '#app/features/desk/ratings-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => showRatings(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'ratings:title')

export default function Route(): JSX.Element {
  return <RatingsPage {...useLoaderData<typeof loader>()} />
}
