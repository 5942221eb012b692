import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnswersPage } from '#app/features/application/submit-pages.tsx'
import { showAnswers } from '#app/features/application/submitting.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { answer } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answer(args, showAnswers)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:answers.title')

export default function Route(): JSX.Element {
  const { unfinished, ...shown } = useLoaderData<typeof loader>()
  return <AnswersPage {...shown} unfinished={unfinished} />
}
