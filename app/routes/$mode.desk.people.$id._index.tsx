import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personLoader } from '#app/features/desk/person.server.ts'
import { PersonPage } from '#app/features/desk/person-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => personLoader(context, args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'people:person.title')

export default function Route(): JSX.Element {
  return <PersonPage {...useLoaderData<typeof loader>()} />
}
