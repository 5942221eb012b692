import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { lockMinutes, readPin } from '#app/access/pin-throttle.server.ts'
import { headOf, modeOf, placeOf, today } from '#app/features/page-data.ts'
import { text } from '#app/features/self-check/answering.server.ts'
import { nextPlace } from '#app/features/self-check/check.ts'
import { keepWithPerson } from '#app/features/self-check/check-cookie.server.ts'
import { OpenPage } from '#app/features/self-check/save-pages.tsx'
import { deleteCheck, openCheck } from '#app/features/self-check/saved.server.ts'
import { switchMode } from '#app/features/switch-mode.server.ts'
import { paths } from '#app/paths.ts'
import { answer } from '#app/server/answer.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answer({ request, params, context }, async () => {
    return json({ mode: modeOf(params), at: placeOf(request), deleted: new URL(request.url).searchParams.has('deleted') })
  })

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  answer({ request, params, context }, async () => {
    const mode = modeOf(params)
    const form = await request.formData()
    switchMode(form, request, mode)
    const code = text(form, 'code').slice(0, 40)
    if (form.has('switch-to')) return json({ code, errors: [] as FieldError[] })
    const opened = await openCheck(code, readPin(text(form, 'pin')), new Date())
    if (!opened.ok) {
      const field = opened.error === 'pin-form' ? 'pin' : 'code'
      const errors: FieldError[] = [{ key: `errors:open.${opened.error}`, field, values: { minutes: lockMinutes } }]
      return json({ code, errors }, { status: opened.error === 'locked' ? 429 : 422 })
    }
    if (form.get('do') === 'delete') {
      await deleteCheck(opened.codeHash)
      throw redirect(`${paths.openCheck(mode)}?deleted`, 303)
    }
    throw redirect(nextPlace(opened.check, mode, undefined, today()), { status: 303, headers: keepWithPerson(request, opened.check) })
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:open.title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>() ?? { code: '', errors: [] }
  return <OpenPage {...useLoaderData<typeof loader>()} {...typed} />
}
