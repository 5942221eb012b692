import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperFormsLoader } from '#app/features/counter/paper-form.server.ts'
import { PaperFormsPage } from '#app/features/counter/paper-form-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, paperFormsLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:paper.title')

export default function Route(): JSX.Element {
  return <PaperFormsPage {...useLoaderData<typeof loader>()} />
}
