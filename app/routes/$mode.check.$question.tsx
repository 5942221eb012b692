import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { questionAction, questionLoader } from '#app/features/self-check/answer-question.server.ts'
import { QuestionPage } from '#app/features/self-check/question-page.tsx'
import { questionTitle } from '#app/features/self-check/question-title.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => questionLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => questionAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction<typeof loader> = ({ params, data }) => headOf(modeOf(params), questionTitle(data?.asked ?? []))

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>()
  return <QuestionPage errors={[]} {...useLoaderData<typeof loader>()} {...typed} />
}
