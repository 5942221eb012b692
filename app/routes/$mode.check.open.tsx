import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import { lockMinutes, readPin } from '#app/access/pin-throttle.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { text } from '#app/features/self-check/answer-question.server.ts'
import { nextPlace } from '#app/features/self-check/check.ts'
import { checkCookie } from '#app/features/self-check/check-cookie.server.ts'
import { OpenPage } from '#app/features/self-check/save-pages.tsx'
import { deleteCheck, openCheck } from '#app/features/self-check/saved.server.ts'
import { paths } from '#app/paths.ts'
import { respond } from '#app/server/response.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (context) => {
    return page({ mode: context.mode, at: context.at, deleted: context.query.has('deleted') })
  })

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => {
    const { mode } = context
    const form = await args.request.formData()
    switchMode(form, context)
    const code = text(form, 'code').slice(0, 40)
    if (form.has('switch-to')) return page({ code, errors: [] as FieldError[] })
    const opened = await openCheck(code, readPin(text(form, 'pin')), context.now)
    if (!opened.ok) {
      const field = opened.error === 'pin-form' ? 'pin' : 'code'
      const errors: FieldError[] = [{ key: `errors:open.${opened.error}`, field, values: { minutes: lockMinutes } }]
      return refused({ code, errors }, opened.error === 'locked' ? 'too-many' : 'invalid')
    }
    if (form.get('do') === 'delete') {
      await deleteCheck(opened.codeHash)
      return redirectTo(`${paths.openCheck(mode)}?deleted`)
    }
    // What does not count any more is said first.
    const to = opened.check.outdated ? paths.check(mode) : nextPlace(opened.check, mode, undefined, context.today)
    return redirectTo(to, { cookies: [checkCookie(context, opened.check)] })
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:open.title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>() ?? { code: '', errors: [] }
  return <OpenPage {...useLoaderData<typeof loader>()} {...typed} />
}
