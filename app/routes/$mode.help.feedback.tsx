import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { feedbackAction, feedbackLoader } from '#app/features/feedback/feedback.server.ts'
import { FeedbackPage } from '#app/features/feedback/feedback-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, feedbackLoader)

export const action = (args: ActionFunctionArgs) => respond(args, async (context) => feedbackAction(context, await args.request.formData()))

export const meta: MetaFunction<typeof loader> = ({ params, data }) => headOf(modeOf(params), `feedback:${data?.thanks ?? 'title'}`)

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>() ?? { kind: '', county: '', message: '', errors: [] }
  return <FeedbackPage {...useLoaderData<typeof loader>()} {...typed} />
}
