import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { page } from '#app/access/outcome.ts'
import { BeforeSettlingPage } from '#app/features/explain/before-settling-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, ({ today }) => page({ asOf: today }))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'before-settling:title', undefined, 'before-settling:lead')

export default function Route(): JSX.Element {
  return <BeforeSettlingPage {...useLoaderData<typeof loader>()} mode={modeOf(useParams())} />
}
