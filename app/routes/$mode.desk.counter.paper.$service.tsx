import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { showPaperForm } from '#app/features/counter/paper-form.server.ts'
import { PaperFormPage } from '#app/features/counter/paper-form-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import fonts from '#app/ui/fonts.css?url'

export const loader = ({ request, params }: LoaderFunctionArgs) => showPaperForm(request, params)

/** Both languages stand here in every mode. */
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: fonts }]

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:paper.title')

export default function Route(): JSX.Element {
  return <PaperFormPage {...useLoaderData<typeof loader>()} />
}
