import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { folderLoader } from '#app/features/application/folder-list.server.ts'
import { FolderPage } from '#app/features/application/folder-page.tsx'
import { removeDraftAction } from '#app/features/application/remove-draft.server.ts'
import { RemoveDraftPage } from '#app/features/application/remove-draft-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, folderLoader)

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => removeDraftAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:folder.title')

export default function Route(): JSX.Element {
  const [list, acted] = [useLoaderData<typeof loader>(), useActionData<typeof action>()]
  if (acted && 'removing' in acted) return <RemoveDraftPage {...list} removing={acted.removing} />
  return <FolderPage {...list} changedDraft={acted} />
}
