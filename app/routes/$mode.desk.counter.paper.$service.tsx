import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { showPaperForm } from '#app/features/counter/paper-form.server.ts'
import { PaperFormPage } from '#app/features/counter/paper-form-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => showPaperForm(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:paper.title')

export default function Route(): JSX.Element {
  return <PaperFormPage {...useLoaderData<typeof loader>()} />
}
