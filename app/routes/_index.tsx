import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { StartChoice } from '#app/features/explain/start-choice.tsx'
import { headOf } from '#app/features/page-data.ts'
import { chosenMode, rememberMode, safePath } from '#app/i18n/chosen-mode.server.ts'
import { isMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { keys } from '#app/security/keys.server.ts'

/** Chooses a language, once: `?mode=bo&to=/…` remembers it and goes on; who has chosen goes straight home. */
export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const wanted = query.get('mode') ?? undefined
  if (isMode(wanted)) {
    const to = safePath(query.get('to')) ?? paths.home(wanted)
    return redirect(to, { headers: { 'Set-Cookie': rememberMode(wanted, keys().secureCookies) } })
  }
  const chosen = query.has('choose') ? undefined : chosenMode(request.headers.get('Cookie'))
  return chosen ? redirect(paths.home(chosen)) : null
}

export const meta: MetaFunction = () => headOf('zh-bo', 'home:choose-language')

export default function Route(): JSX.Element {
  return <StartChoice />
}
