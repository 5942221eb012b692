import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deleteDrafts, showDelete } from '#app/features/application/closing.server.ts'
import { DeleteFolderPage } from '#app/features/application/folder-door-pages.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, showDelete)

export const action = (args: ActionFunctionArgs) => respond(args, deleteDrafts)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:delete.title')

export default function Route(): JSX.Element {
  return <DeleteFolderPage {...useLoaderData<typeof loader>()} />
}
