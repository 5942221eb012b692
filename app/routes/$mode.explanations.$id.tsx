import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { page } from '#app/access/outcome.ts'
import { ExplanationPage } from '#app/features/explain/explanation-page.tsx'
import { found, headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'
import { explanationById } from '#app/services/explanations.ts'

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, ({ today }) => page(found(explanationById(args.params.id ?? '')) && { asOf: today }))

export const meta: MetaFunction = ({ params }) =>
  explanationById(params.id ?? '')
    ? headOf(modeOf(params), `explanations:${params.id}.name`, undefined, `explanations:${params.id}.plain`)
    : []

export default function Route(): JSX.Element {
  const params = useParams()
  return <ExplanationPage {...useLoaderData<typeof loader>()} mode={modeOf(params)} explanation={found(explanationById(params.id ?? ''))} />
}
