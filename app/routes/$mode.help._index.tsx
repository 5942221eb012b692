import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useParams } from '@remix-run/react'
import { HelpPage } from '#app/features/explain/help-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ params }: LoaderFunctionArgs) => modeOf(params) && null

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'help:title', undefined, 'help:lead')

export default function Route(): JSX.Element {
  return <HelpPage mode={modeOf(useParams())} />
}
