import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { keptDays } from '#app/domain/application.ts'
import { deleteDrafts } from '#app/features/application/closing.server.ts'
import { DeleteFolderPage } from '#app/features/application/folder-door-pages.tsx'
import { folderAt } from '#app/features/open-folder.server.ts'
import { headOf, modeOf, placeOf } from '#app/features/page-data.ts'
import { paths } from '#app/paths.ts'
import { answer } from '#app/server/answer.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answer({ request, params, context }, async () => {
    const mode = modeOf(params)
    const { applications } = await folderAt(request, mode)
    return json({
      mode,
      at: placeOf(request),
      allowed: applications.every(({ submittedAt }) => submittedAt === null),
      days: keptDays('withdrawn'),
    })
  })

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  answer({ request, params, context }, async () => {
    const mode = modeOf(params)
    const headers = await deleteDrafts(request, await folderAt(request, mode))
    return headers ? redirect(paths.openFolder(mode, 'deleted'), { status: 303, headers }) : redirect(paths.deleteFolder(mode), 303)
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:delete.title')

export default function Route(): JSX.Element {
  return <DeleteFolderPage {...useLoaderData<typeof loader>()} />
}
