import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { RetiredServicePage } from '#app/features/explain/retired-service-page.tsx'
import { ServicePage } from '#app/features/explain/service-page.tsx'
import { shownService } from '#app/features/explain/shown-service.ts'
import { found, headOf, modeOf } from '#app/features/page-data.ts'
import { serviceName } from '#app/i18n/stored-names.ts'
import { respond } from '#app/server/response.ts'
import { serviceById, serviceOn } from '#app/services/index.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, ({ today }) => shownService(args.params.service ?? '', today))

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  if (data && 'until' in data) return headOf(modeOf(params), serviceName(data.service).k, serviceName(data.service).values)
  return serviceById(params.service ?? '')
    ? headOf(modeOf(params), `services/${params.service}:name`, undefined, `services/${params.service}:plain`)
    : []
}

export default function Route(): JSX.Element {
  const [params, data] = [useParams(), useLoaderData<typeof loader>()]
  const mode = modeOf(params)
  if ('until' in data) return <RetiredServicePage mode={mode} {...data} />
  return <ServicePage mode={mode} service={found(serviceOn(params.service ?? '', data.asOf))} asOf={data.asOf} />
}
