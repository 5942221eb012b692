import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SlipPage } from '#app/features/application/folder-door-pages.tsx'
import { showSlip } from '#app/features/application/slip.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import fonts from '#app/ui/fonts.css?url'

export const loader = ({ request, params }: LoaderFunctionArgs) => showSlip(request, params)

/** Both languages stand here in every mode. */
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: fonts }]

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:slip.title')

export default function Route(): JSX.Element {
  return <SlipPage {...useLoaderData<typeof loader>()} />
}
