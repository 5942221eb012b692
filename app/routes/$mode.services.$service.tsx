import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { page } from '#app/access/outcome.ts'
import { ServicePage } from '#app/features/explain/service-page.tsx'
import { found, headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'
import { serviceById, serviceOn } from '#app/services/index.ts'

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, ({ today }) => page(found(serviceOn(args.params.service ?? '', today)) && { asOf: today }))

export const meta: MetaFunction = ({ params }) =>
  serviceById(params.service ?? '')
    ? headOf(modeOf(params), `services/${params.service}:name`, undefined, `services/${params.service}:plain`)
    : []

export default function Route(): JSX.Element {
  const [params, { asOf }] = [useParams(), useLoaderData<typeof loader>()]
  return <ServicePage mode={modeOf(params)} service={found(serviceOn(params.service ?? '', asOf))} asOf={asOf} />
}
