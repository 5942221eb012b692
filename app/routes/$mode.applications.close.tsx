import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { clearCookie } from '#app/access/cookies.server.ts'
import { closeFolderSession } from '#app/access/folder-session.server.ts'
import { page, redirectTo } from '#app/access/outcome.ts'
import { CloseFolderPage } from '#app/features/application/close-folder-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { checkOf } from '#app/features/self-check/check-cookie.server.ts'
import { paths } from '#app/paths.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (context) => {
    const hasCheck = Object.keys(checkOf(context).answers).length > 0
    return page({ mode: context.mode, at: context.at, closed: context.query.has('done'), hasCheck })
  })

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => {
    const { mode, actor, cookies } = context
    // A clerk who closes the resident's folder ends the assisted session.
    if (actor.by === 'clerk') return redirectTo(paths.endAssistedSession(mode), { resend: true })
    const gone = [clearCookie('check'), await closeFolderSession(cookies)]
    return redirectTo(`${paths.closeFolder(mode)}?done`, { cookies: gone, forget: ['cache'] })
  })

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  headOf(modeOf(params), `application:close.${data?.closed ? 'title' : 'ask'}`)

export default function Route(): JSX.Element {
  return <CloseFolderPage {...useLoaderData<typeof loader>()} />
}
