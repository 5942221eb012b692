import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { lockMinutes, pinError, readPin } from '#app/access/pin-throttle.server.ts'
import { headOf, modeOf, placeOf, today } from '#app/features/page-data.ts'
import { text } from '#app/features/self-check/answering.server.ts'
import { checkOf } from '#app/features/self-check/check-cookie.server.ts'
import { SavedPage, SavePage } from '#app/features/self-check/save-pages.tsx'
import { keptDays, saveCheck } from '#app/features/self-check/saved.server.ts'
import { switchMode } from '#app/features/switch-mode.server.ts'
import { paths } from '#app/paths.ts'
import { answer } from '#app/server/answer.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answer({ request, params, context }, async () => {
    const mode = modeOf(params)
    if (Object.keys(checkOf(request).answers).length === 0) throw redirect(paths.check(mode))
    return json({ mode, at: placeOf(request), days: keptDays, minutes: lockMinutes })
  })

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  answer({ request, params, context }, async () => {
    const mode = modeOf(params)
    const form = await request.formData()
    switchMode(form, request, mode)
    const nothing = { errors: [] as FieldError[], saved: null }
    if (form.has('switch-to')) return json(nothing)
    const check = checkOf(request)
    if (Object.keys(check.answers).length === 0) throw redirect(paths.check(mode))
    const pin = readPin(text(form, 'pin'))
    const wrong = pinError(pin, readPin(text(form, 'again')))
    if (wrong)
      return json(
        { ...nothing, errors: [{ key: `errors:save.${wrong}`, field: wrong === 'pin-differs' ? 'again' : 'pin' }] satisfies FieldError[] },
        { status: 422 },
      )
    const now = new Date()
    const code = await saveCheck(check, pin, now)
    return json({ ...nothing, saved: { code, until: today(new Date(now.getTime() + keptDays * 86_400_000)) } }, { status: 201 })
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:save.title')

export default function Route(): JSX.Element {
  const shown = useLoaderData<typeof loader>()
  const { errors = [], saved = null } = useActionData<typeof action>() ?? {}
  return saved ? <SavedPage mode={shown.mode} at={shown.at} {...saved} /> : <SavePage {...shown} errors={errors} />
}
