import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { feedbackOneAction, feedbackOneLoader } from '#app/features/feedback-inbox/inbox.server.ts'
import { FeedbackOnePage } from '#app/features/feedback-inbox/inbox-pages.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { feedbackKindName } from '#app/i18n/stored-names.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => feedbackOneLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => feedbackOneAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  headOf(modeOf(params), data ? feedbackKindName(data.one.kind) : 'desk:nav.feedback')

export default function Route(): JSX.Element {
  return <FeedbackOnePage errors={[]} differences={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
