import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { heldWordsLoader } from '#app/features/desk/held-words.server.ts'
import { HeldWordsPage } from '#app/features/desk/held-words-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, heldWordsLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'held:list')

export default function Route(): JSX.Element {
  return <HeldWordsPage {...useLoaderData<typeof loader>()} />
}
