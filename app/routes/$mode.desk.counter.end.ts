import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { markDevice } from '#app/features/client-session.server.ts'
import { helperAt, takeEnd } from '#app/features/counter/beginning.server.ts'
import { closeOn } from '#app/features/folder-session.server.ts'
import { modeOf } from '#app/features/page-data.ts'
import { leaveNothing } from '#app/features/self-check/check-cookie.server.ts'
import { paths } from '#app/paths.ts'

/** Whoever comes here without ending anything, as after signing in, is at the counter. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const mode = modeOf(params)
  await helperAt(request, mode)
  return redirect(paths.counter(mode), 303)
}

/** Ends the help by hand; nothing of the client stays in the browser. */
export async function action({ request, params }: ActionFunctionArgs) {
  const to = await takeEnd(request, params)
  const headers = new Headers({ ...leaveNothing(), 'Clear-Site-Data': '"cache", "storage"' })
  headers.append('Set-Cookie', markDevice(null, new Date()))
  headers.append('Set-Cookie', (await closeOn(request))['Set-Cookie'])
  return redirect(to, { status: 303, headers })
}
