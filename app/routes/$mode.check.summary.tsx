import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { headOf, modeOf, placeOf, today } from '#app/features/page-data.ts'
import { onlyOf } from '#app/features/self-check/answering.server.ts'
import { asksOfMembers } from '#app/features/self-check/check.ts'
import { checkOf } from '#app/features/self-check/check-cookie.server.ts'
import { rowsOf, unfinished } from '#app/features/self-check/summary.server.ts'
import { SummaryPage } from '#app/features/self-check/summary-page.tsx'
import { answer } from '#app/server/answer.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answer({ request, params, context }, async () => {
    const [mode, only, check, asOf] = [modeOf(params), onlyOf(request), checkOf(request), today()]
    const earlier = unfinished(check, mode, only, asOf)
    if (earlier) throw redirect(earlier)
    return json({ mode, only, asOf, at: placeOf(request), asksMembers: asksOfMembers(only), ...rowsOf(check, only, asOf) })
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:summary.title')

export default function Route(): JSX.Element {
  const { only, ...rest } = useLoaderData<typeof loader>()
  return <SummaryPage {...rest} only={only} />
}
