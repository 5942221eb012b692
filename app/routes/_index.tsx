import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { setCookie } from '#app/access/cookies.server.ts'
import { page, redirectTo } from '#app/access/outcome.ts'
import { StartChoice } from '#app/features/explain/start-choice.tsx'
import { headOf } from '#app/features/page-data.ts'
import { isMode, parallelMode } from '#app/i18n/mode.ts'
import { safePath } from '#app/i18n/safe-path.ts'
import { paths } from '#app/paths.ts'
import { respond } from '#app/server/response.ts'

/** Chooses a language, once: `?mode=bo&to=/…` remembers it and goes on; who has chosen goes straight home. */
export const loader = (args: LoaderFunctionArgs) =>
  respond(args, ({ query, cookies }) => {
    const wanted = query.get('mode')
    if (isMode(wanted)) return redirectTo(safePath(query.get('to')) ?? paths.home(wanted), { cookies: [setCookie('mode', wanted)] })
    return isMode(cookies.mode) && !query.has('choose') ? redirectTo(paths.home(cookies.mode)) : page(null)
  })

export const meta: MetaFunction = () => headOf(parallelMode, 'home:choose-language')

export default function Route(): JSX.Element {
  return <StartChoice />
}
