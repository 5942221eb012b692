import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { showPaper, takePaper } from '#app/features/application/paper-desk.server.ts'
import { PaperPage } from '#app/features/application/paper-pages.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => showPaper(request, params)

export const action = ({ request, params }: ActionFunctionArgs) => takePaper(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:papers.title')

export default function Route(): JSX.Element {
  return <PaperPage errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
