import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { headOf, modeOf, placeOf, today } from '#app/features/page-data.ts'
import { onlyOf } from '#app/features/self-check/answering.server.ts'
import { nextPlace } from '#app/features/self-check/check.ts'
import { checkOf } from '#app/features/self-check/check-cookie.server.ts'
import { StartPage } from '#app/features/self-check/start-page.tsx'
import { answer } from '#app/server/answer.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answer({ request, params, context }, async () => {
    const [mode, only, check] = [modeOf(params), onlyOf(request), checkOf(request)]
    const underWay = Object.keys(check.answers).length > 0
    return json({ mode, only, underWay, at: placeOf(request), first: nextPlace(check, mode, only, today()) })
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:title', undefined, 'check:lead')

export default function Route(): JSX.Element {
  const { only, ...rest } = useLoaderData<typeof loader>()
  return <StartPage {...rest} only={only} />
}
