import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { uploadsLoader } from '#app/features/application/upload-actions.server.ts'
import { PapersPage } from '#app/features/application/upload-pages.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, uploadsLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:papers.title')

export default function Route(): JSX.Element {
  return <PapersPage {...useLoaderData<typeof loader>()} />
}
