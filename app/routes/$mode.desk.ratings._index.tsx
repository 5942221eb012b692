import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ratingsLoader } from '#app/features/desk/ratings.server.ts'
import { RatingsPage } from '#app/features/desk/ratings-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, ratingsLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'ratings:title')

export default function Route(): JSX.Element {
  return <RatingsPage {...useLoaderData<typeof loader>()} />
}
