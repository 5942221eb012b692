import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findFolder } from '#app/access/find-folder.server.ts'
import { openFolderSession } from '#app/access/folder-session.server.ts'
import { page, redirectTo, refused, stop } from '#app/access/outcome.ts'
import { lockMinutes, readPin } from '#app/access/pin-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { OpenFolderPage } from '#app/features/application/folder-pages.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { text } from '#app/features/self-check/answer-question.server.ts'
import { paths } from '#app/paths.ts'
import { respond } from '#app/server/response.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (context) => {
    requireResident(context)
    const why = context.query.get('why')
    return page({
      mode: context.mode,
      at: context.at,
      minutes: lockMinutes,
      why: why === 'closed' || why === 'deleted' ? (why as 'closed' | 'deleted') : null,
    })
  })

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => {
    const { mode } = context
    const form = await args.request.formData()
    switchMode(form, context)
    const code = text(form, 'code').slice(0, 40)
    if (form.has('switch-to')) return page({ code, errors: [] as FieldError[] })
    requireResident(context)
    const found = await findFolder(code, readPin(text(form, 'pin')), context.now)
    if (found.ok) return redirectTo(paths.applications(mode), { cookies: [await openFolderSession(context, found.id)] })
    const field = found.error === 'pin-form' ? 'pin' : 'code'
    const errors: FieldError[] = [{ key: `errors:open-folder.${found.error}`, field, values: { minutes: lockMinutes } }]
    return refused({ code, errors }, found.error === 'locked' ? 'too-many' : 'invalid')
  })

/** Staff open a case at the counter, in an assisted session. */
function requireResident({ actor, mode }: RequestContext): void {
  if (actor.by !== 'resident') throw stop(redirectTo(paths.counter(mode)))
}

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:open.title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>() ?? { code: '', errors: [] }
  return <OpenFolderPage {...useLoaderData<typeof loader>()} {...typed} />
}
