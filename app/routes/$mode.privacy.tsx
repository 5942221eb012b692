import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useParams } from '@remix-run/react'
import { PrivacyPage } from '#app/features/explain/privacy-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ params }: LoaderFunctionArgs) => modeOf(params) && null

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'privacy:title', undefined, 'privacy:lead')

export default function Route(): JSX.Element {
  return <PrivacyPage mode={modeOf(useParams())} />
}
