import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { letterCheckLoader } from '#app/features/letter-check/letter-check.server.ts'
import { LetterCheckPage } from '#app/features/letter-check/letter-check-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => letterCheckLoader(context, args.params))

export const meta: MetaFunction = ({ params }) => [
  ...headOf(modeOf(params), 'letters:title'),
  { name: 'robots', content: 'noindex, nofollow' },
]

export default function Route(): JSX.Element {
  return <LetterCheckPage {...useLoaderData<typeof loader>()} />
}
