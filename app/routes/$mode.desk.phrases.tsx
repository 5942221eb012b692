import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { phrasesAction, phrasesLoader } from '#app/features/kept/phrases.server.ts'
import { PhrasesPage } from '#app/features/kept/phrases-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, phrasesLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => phrasesAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'kept:phrases.title')

export default function Route(): JSX.Element {
  return <PhrasesPage typed={null} errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
