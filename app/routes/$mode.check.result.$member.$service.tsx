import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { serviceResultLoader } from '#app/features/self-check/service-result.server.ts'
import { ServiceResultPage } from '#app/features/self-check/service-result-page.tsx'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => serviceResultLoader(context, args.params))

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  data ? headOf(modeOf(params), `services/${data.told.service}:name`) : []

export default function Route(): JSX.Element {
  const { only, ...rest } = useLoaderData<typeof loader>()
  return <ServiceResultPage {...rest} only={only} />
}
