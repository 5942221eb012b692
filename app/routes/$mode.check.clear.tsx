import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { clearCookie } from '#app/access/cookies.server.ts'
import { page, redirectTo } from '#app/access/outcome.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { ClearPage } from '#app/features/self-check/save-pages.tsx'
import { paths } from '#app/paths.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (context) => {
    return page({ mode: context.mode, at: context.at, cleared: context.query.has('done') })
  })

export const action = (args: ActionFunctionArgs) =>
  respond(args, ({ mode }) =>
    redirectTo(`${paths.clearCheck(mode)}?done`, { cookies: [clearCookie('check'), clearCookie('saved')], forget: ['cache'] }),
  )

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  headOf(modeOf(params), `check:${data?.cleared ? 'cleared' : 'clearing'}.title`)

export default function Route(): JSX.Element {
  return <ClearPage {...useLoaderData<typeof loader>()} />
}
