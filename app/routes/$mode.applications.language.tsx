import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { folderLanguageAction, folderLanguageLoader } from '#app/features/application/folder-language.server.ts'
import { FolderLanguagePage } from '#app/features/application/folder-language-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, folderLanguageLoader)

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => folderLanguageAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:language.title')

export default function Route(): JSX.Element {
  return <FolderLanguagePage errors={[]} differences={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
