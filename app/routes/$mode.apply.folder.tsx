import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { showFolder, takeAway } from '#app/features/application/folder-list.server.ts'
import { FolderPage } from '#app/features/application/folder-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => showFolder(request, params)

export const action = ({ request, params }: ActionFunctionArgs) => takeAway(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:folder.title')

export default function Route(): JSX.Element {
  return <FolderPage {...useLoaderData<typeof loader>()} />
}
