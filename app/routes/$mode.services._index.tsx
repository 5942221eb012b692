import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useParams } from '@remix-run/react'
import { ServicesPage } from '#app/features/explain/services-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ params }: LoaderFunctionArgs) => modeOf(params) && null

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'service:all-title', undefined, 'service:all-lead')

export default function Route(): JSX.Element {
  return <ServicesPage mode={modeOf(useParams())} />
}
