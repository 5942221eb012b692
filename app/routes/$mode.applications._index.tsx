import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ApplicationListPage } from '#app/features/application/application-list-page.tsx'
import { applicationsLoader } from '#app/features/application/status.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, applicationsLoader)

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  headOf(modeOf(params), data?.handedIn ? 'application:handed-in.title' : 'application:title')

export default function Route(): JSX.Element {
  return <ApplicationListPage {...useLoaderData<typeof loader>()} />
}
