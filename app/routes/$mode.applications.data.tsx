import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { page } from '#app/access/outcome.ts'
import { DataPage } from '#app/features/application/data-page.tsx'
import { myDataLoader } from '#app/features/application/my-data.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (context) => {
    const { mode } = context
    return page({ mode, at: context.at, data: await myDataLoader(context, 'data') })
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:data.title')

export default function Route(): JSX.Element {
  return <DataPage {...useLoaderData<typeof loader>()} />
}
