import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { page } from '#app/access/outcome.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { onlyOf } from '#app/features/self-check/answer-question.server.ts'
import { asksOfMembers, nextPlace } from '#app/features/self-check/check.ts'
import { checkOf } from '#app/features/self-check/check-cookie.server.ts'
import { outdatedShown } from '#app/features/self-check/outdated.ts'
import { minutesFor } from '#app/features/self-check/standing.ts'
import { StartPage } from '#app/features/self-check/start-page.tsx'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (context) => {
    const [mode, only, check] = [context.mode, onlyOf(context), checkOf(context)]
    const underWay = Object.keys(check.answers).length > 0 || check.outdated !== undefined
    const outdated = outdatedShown(check, only, context.today)
    const about = { minutes: minutesFor(only, context.today), asksMembers: asksOfMembers(only, context.today) }
    return page({ mode, only, underWay, outdated, at: context.at, first: nextPlace(check, mode, only, context.today), ...about })
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:title', undefined, 'check:lead')

export default function Route(): JSX.Element {
  const { only, ...rest } = useLoaderData<typeof loader>()
  return <StartPage {...rest} only={only} />
}
