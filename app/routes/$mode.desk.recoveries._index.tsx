import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { recoveriesLoader } from '#app/features/recovery/recoveries.server.ts'
import { RecoveriesPage } from '#app/features/recovery/recoveries-page.tsx'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, recoveriesLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'recovery:list.title')

export default function Route(): JSX.Element {
  return <RecoveriesPage {...useLoaderData<typeof loader>()} />
}
