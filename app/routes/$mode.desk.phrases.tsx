import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { phrasesAction, phrasesLoader } from '#app/features/place-texts/phrases.server.ts'
import { PhrasesPage } from '#app/features/place-texts/phrases-page.tsx'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, phrasesLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => phrasesAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'place-texts:phrases.title')

export default function Route(): JSX.Element {
  return <PhrasesPage typed={null} errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
