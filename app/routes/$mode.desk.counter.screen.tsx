import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ScreenPage } from '#app/features/counter/counter-page.tsx'
import { pairingAction, pairingLoader } from '#app/features/counter/start-assisted-session.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, pairingLoader)

export const action = (args: ActionFunctionArgs) => respondAtDesk(args, pairingAction)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:screen.title')

export default function Route(): JSX.Element {
  return <ScreenPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
