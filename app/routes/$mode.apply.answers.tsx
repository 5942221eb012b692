import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answersLoader } from '#app/features/application/answers.server.ts'
import { AnswersPage } from '#app/features/application/answers-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, answersLoader)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:answers.title')

export default function Route(): JSX.Element {
  const { unfinished, ...shown } = useLoaderData<typeof loader>()
  return <AnswersPage {...shown} unfinished={unfinished} />
}
