import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { figuresLoader } from '#app/features/figures/figures.server.ts'
import { FiguresPage } from '#app/features/figures/figures-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, figuresLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'figures:title')

export default function Route(): JSX.Element {
  return <FiguresPage {...useLoaderData<typeof loader>()} />
}
