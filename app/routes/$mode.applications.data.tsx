import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DataPage } from '#app/features/application/data-page.tsx'
import { takeCopy } from '#app/features/application/my-data.server.ts'
import { headOf, modeOf, placeOf } from '#app/features/page-data.ts'
import { answer } from '#app/server/answer.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answer({ request, params, context }, async () => {
    const mode = modeOf(params)
    return json({ mode, at: placeOf(request), data: await takeCopy(request, mode, 'data') })
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:data.title')

export default function Route(): JSX.Element {
  return <DataPage {...useLoaderData<typeof loader>()} />
}
