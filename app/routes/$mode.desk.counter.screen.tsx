import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { showScreen, takeScreen } from '#app/features/counter/beginning.server.ts'
import { ScreenPage } from '#app/features/counter/counter-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { answerAtDesk } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answerAtDesk(args, showScreen)

export const action = (args: ActionFunctionArgs) => answerAtDesk(args, takeScreen)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:screen.title')

export default function Route(): JSX.Element {
  return <ScreenPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
