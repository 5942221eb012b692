import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deleteDrafts, showDelete } from '#app/features/application/closing.server.ts'
import { DeleteFolderPage } from '#app/features/application/folder-door-pages.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { answer } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answer(args, showDelete)

export const action = (args: ActionFunctionArgs) => answer(args, deleteDrafts)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:delete.title')

export default function Route(): JSX.Element {
  return <DeleteFolderPage {...useLoaderData<typeof loader>()} />
}
