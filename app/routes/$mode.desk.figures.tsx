import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { showFigures } from '#app/features/figures/figures.server.ts'
import { FiguresPage } from '#app/features/figures/figures-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => showFigures(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'figures:title')

export default function Route(): JSX.Element {
  return <FiguresPage {...useLoaderData<typeof loader>()} />
}
