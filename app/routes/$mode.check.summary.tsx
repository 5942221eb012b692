import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { summaryLoader } from '#app/features/self-check/summary.server.ts'
import { SummaryPage } from '#app/features/self-check/summary-page.tsx'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, summaryLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:summary.title')

export default function Route(): JSX.Element {
  const { only, ...rest } = useLoaderData<typeof loader>()
  return <SummaryPage {...rest} only={only} />
}
