import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { showFolder, takeAway } from '#app/features/application/folder-list.server.ts'
import { FolderPage } from '#app/features/application/folder-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { answer } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answer(args, showFolder)

export const action = (args: ActionFunctionArgs) => answer(args, async (context) => takeAway(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:folder.title')

export default function Route(): JSX.Element {
  return <FolderPage {...useLoaderData<typeof loader>()} />
}
