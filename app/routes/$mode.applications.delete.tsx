import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deleteFolderAction, deleteFolderLoader } from '#app/features/application/delete-folder.server.ts'
import { DeleteFolderPage } from '#app/features/application/delete-folder-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, deleteFolderLoader)

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => deleteFolderAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:delete.title')

export default function Route(): JSX.Element {
  return <DeleteFolderPage differences={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
