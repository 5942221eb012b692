import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { PrintPage } from '#app/features/self-check/print-page.tsx'
import { resultLoader } from '#app/features/self-check/result.server.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, resultLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'result:title')

export default function Route(): JSX.Element {
  const { only, ...rest } = useLoaderData<typeof loader>()
  return <PrintPage {...rest} only={only} />
}
