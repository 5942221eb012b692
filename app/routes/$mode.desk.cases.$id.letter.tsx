import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { letterLoader } from '#app/features/desk/letter.server.ts'
import { LetterPage } from '#app/features/desk/letter-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => letterLoader(context, args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'desk:letter.title')

export default function Route(): JSX.Element {
  return <LetterPage {...useLoaderData<typeof loader>()} />
}
