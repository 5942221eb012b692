import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { showCounter, takeBegin } from '#app/features/counter/beginning.server.ts'
import { CounterPage } from '#app/features/counter/counter-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { answerAtDesk } from '#app/server/answer.ts'
import { withCamera } from '#app/server/headers.ts'

export const loader = (args: LoaderFunctionArgs) => answerAtDesk(args, showCounter)

export const action = (args: ActionFunctionArgs) => answerAtDesk(args, async (context) => takeBegin(context, await args.request.formData()))

export const headers = withCamera

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:title')

export default function Route(): JSX.Element {
  const came = useActionData<typeof action>()
  return <CounterPage errors={[]} {...useLoaderData<typeof loader>()} {...came} />
}
