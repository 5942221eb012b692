import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { heldTextsLoader } from '#app/features/desk/held-texts.server.ts'
import { HeldTextsPage } from '#app/features/desk/held-texts-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, heldTextsLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'held:list')

export default function Route(): JSX.Element {
  return <HeldTextsPage {...useLoaderData<typeof loader>()} />
}
