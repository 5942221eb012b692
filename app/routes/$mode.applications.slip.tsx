import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { draftDays } from '#app/cases/folder.server.ts'
import { memberOf } from '#app/cases/folder.ts'
import { SlipPage } from '#app/features/application/folder-door-pages.tsx'
import { folderAt } from '#app/features/application/open-folder.server.ts'
import { headOf, modeOf, placeOf } from '#app/features/page-data.ts'
import { publicOrigin } from '#app/features/public-origin.server.ts'
import { paths } from '#app/paths.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const mode = modeOf(params)
  const { code, folder, applications } = await folderAt(request, mode)
  return json({
    ...{ mode, at: placeOf(request), code, days: draftDays },
    address: publicOrigin() === '' ? null : publicOrigin() + paths.openFolder(mode),
    services: applications.map(({ service, member }) => ({ service, name: memberOf(folder, member ?? '')?.name ?? null })),
    started: applications.some(({ submittedAt }) => submittedAt !== null),
  })
}

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:slip.title')

export default function Route(): JSX.Element {
  return <SlipPage {...useLoaderData<typeof loader>()} />
}
