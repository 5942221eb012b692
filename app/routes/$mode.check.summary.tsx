import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { page, redirectTo } from '#app/access/outcome.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { onlyOf } from '#app/features/self-check/answer-question.server.ts'
import { asksOfMembers } from '#app/features/self-check/check.ts'
import { checkOf } from '#app/features/self-check/check-cookie.server.ts'
import { outdatedShown } from '#app/features/self-check/outdated.ts'
import { summaryRows, unfinished } from '#app/features/self-check/summary.server.ts'
import { SummaryPage } from '#app/features/self-check/summary-page.tsx'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (context) => {
    const [mode, only, check, asOf] = [context.mode, onlyOf(context), checkOf(context), context.today]
    const earlier = unfinished(check, mode, only, asOf)
    if (earlier) return redirectTo(earlier)
    const outdated = outdatedShown(check, only, asOf)
    return page({ mode, only, asOf, at: context.at, outdated, asksMembers: asksOfMembers(only, asOf), ...summaryRows(check, only, asOf) })
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:summary.title')

export default function Route(): JSX.Element {
  const { only, ...rest } = useLoaderData<typeof loader>()
  return <SummaryPage {...rest} only={only} />
}
