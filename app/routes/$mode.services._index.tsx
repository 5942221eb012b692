import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { page } from '#app/access/outcome.ts'
import { dayOf } from '#app/domain/day.ts'
import { ServicesPage } from '#app/features/explain/services-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'
import { servicesOn } from '#app/services/index.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, ({ today }) => page({ asOf: today }))

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  headOf(modeOf(params), 'service:all-title', { count: servicesOn(data?.asOf ?? dayOf(new Date())).length }, 'service:all-lead')

export default function Route(): JSX.Element {
  return <ServicesPage {...useLoaderData<typeof loader>()} mode={modeOf(useParams())} />
}
