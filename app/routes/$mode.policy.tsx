import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useParams } from '@remix-run/react'
import { PolicyPage } from '#app/features/explain/policy-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ params }: LoaderFunctionArgs) => modeOf(params) && null

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'policy:title', undefined, 'policy:lead')

export default function Route(): JSX.Element {
  return <PolicyPage mode={modeOf(useParams())} />
}
