import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { folderLoader } from '#app/features/application/folder-list.server.ts'
import { FolderPage } from '#app/features/application/folder-page.tsx'
import { removeDraftAction } from '#app/features/application/remove-draft.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, folderLoader)

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => removeDraftAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:folder.title')

export default function Route(): JSX.Element {
  return <FolderPage {...useLoaderData<typeof loader>()} changedDraft={useActionData<typeof action>()} />
}
