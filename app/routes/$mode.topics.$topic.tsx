import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { page } from '#app/access/outcome.ts'
import { TopicPage } from '#app/features/explain/topic-page.tsx'
import { found, headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'
import { topicIds } from '#app/services/define.ts'

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, ({ today }) => page(found(topicIds.find((id) => id === args.params.topic)) && { asOf: today }))

export const meta: MetaFunction = ({ params }) =>
  topicIds.find((id) => id === params.topic)
    ? headOf(modeOf(params), `topics:${params.topic}.name`, undefined, `topics:${params.topic}.plain`)
    : []

export default function Route(): JSX.Element {
  const params = useParams()
  return <TopicPage {...useLoaderData<typeof loader>()} mode={modeOf(params)} topic={found(topicIds.find((id) => id === params.topic))} />
}
