import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findFolder } from '#app/access/find-folder.server.ts'
import { lockMinutes, readPin } from '#app/access/pin-throttle.server.ts'
import { OpenFolderPage } from '#app/features/application/folder-door-pages.tsx'
import { keyboardOf } from '#app/features/client-session.server.ts'
import { openOn } from '#app/features/folder-session.server.ts'
import { headOf, modeOf, placeOf } from '#app/features/page-data.ts'
import { text } from '#app/features/self-check/answering.server.ts'
import { switchMode } from '#app/features/switch-mode.server.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { answer } from '#app/server/answer.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answer({ request, params, context }, async () => {
    await notStaff(request, modeOf(params))
    const why = new URL(request.url).searchParams.get('why')
    return json({
      mode: modeOf(params),
      at: placeOf(request),
      minutes: lockMinutes,
      why: why === 'closed' || why === 'deleted' ? (why as 'closed' | 'deleted') : null,
    })
  })

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  answer({ request, params, context }, async () => {
    const mode = modeOf(params)
    const form = await request.formData()
    switchMode(form, request, mode)
    const code = text(form, 'code').slice(0, 40)
    if (form.has('switch-to')) return json({ code, errors: [] as FieldError[] })
    await notStaff(request, mode)
    const now = new Date()
    const found = await findFolder(code, readPin(text(form, 'pin')), now)
    if (found.ok) throw redirect(paths.applications(mode), { status: 303, headers: await openOn(request, found.id, now) })
    const field = found.error === 'pin-form' ? 'pin' : 'code'
    const errors: FieldError[] = [{ key: `errors:open-folder.${found.error}`, field, values: { minutes: lockMinutes } }]
    return json({ code, errors }, { status: found.error === 'locked' ? 429 : 422 })
  })

/** Staff open a case at the counter, with the ground they have. */
async function notStaff(request: Request, mode: Mode): Promise<void> {
  if ((await keyboardOf(request)).by !== 'resident') throw redirect(paths.counter(mode), 303)
}

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:open.title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>() ?? { code: '', errors: [] }
  return <OpenFolderPage {...useLoaderData<typeof loader>()} {...typed} />
}
