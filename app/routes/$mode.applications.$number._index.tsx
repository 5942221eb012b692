import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ApplicationStatusPage } from '#app/features/application/application-status-page.tsx'
import { applicationLoader } from '#app/features/application/status.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => applicationLoader(context, args.params))

export const meta: MetaFunction<typeof loader> = ({ params, data }) => headOf(modeOf(params), data?.title ?? 'application:title')

export default function Route(): JSX.Element {
  return <ApplicationStatusPage {...useLoaderData<typeof loader>()} />
}
