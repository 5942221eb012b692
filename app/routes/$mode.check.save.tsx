import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newOnce, seedOnce } from '#app/access/once.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import { lockMinutes, parsePin, pinError } from '#app/access/pin-throttle.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { dayOf, daysLater } from '#app/domain/day.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { text } from '#app/features/self-check/answer-question.server.ts'
import { checkOf } from '#app/features/self-check/check-cookie.server.ts'
import { SavedPage, SavePage } from '#app/features/self-check/save-pages.tsx'
import { saveCheck, savedContent, standingOf, storedDays } from '#app/features/self-check/saved.server.ts'
import { savedCodeCookie, savedCodeOf } from '#app/features/self-check/saved-code.server.ts'
import { birthDaysOf } from '#app/forms/members.ts'
import { paths } from '#app/paths.ts'
import { respond } from '#app/server/response.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (context) => {
    const { mode } = context
    const check = checkOf(context)
    if (Object.keys(check.answers).length === 0) return redirectTo(paths.check(mode))
    const code = savedCodeOf(context, check)
    const saved = code ? { ...code, standing: await standingOf(code, check, context.now) } : null
    const isDone = context.query.has('saved')
    return page({ mode, at: context.at, days: storedDays, minutes: lockMinutes, once: newOnce(), saved, isDone })
  })

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => {
    const { mode } = context
    const form = await args.request.formData()
    switchMode(form, context)
    const nothing = { errors: [] as FieldError[] }
    if (form.has('switch-to')) return page(nothing)
    const check = checkOf(context)
    if (Object.keys(check.answers).length === 0) return redirectTo(paths.check(mode))
    const pin = parsePin(text(form, 'pin'))
    const wrong = pinError(pin, parsePin(text(form, 'again')), birthDaysOf(check))
    if (wrong)
      return refused(
        { errors: [{ key: `errors:save.${wrong}`, field: wrong === 'pin-differs' ? 'again' : 'pin' }] satisfies FieldError[] },
        'invalid',
      )
    const code = await saveCheck(check, pin, context.now, seedOnce(form, savedContent(check, pin)))
    const until = dayOf(daysLater(context.now, storedDays))
    return redirectTo(`${paths.saveCheck(mode)}?saved`, { cookies: [savedCodeCookie(context, check, { code, until })] })
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:save.title')

export default function Route(): JSX.Element {
  const { saved, isDone, ...shown } = useLoaderData<typeof loader>()
  const typed = useActionData<typeof action>()
  if (saved?.standing === 'same' && isDone && !typed)
    return <SavedPage mode={shown.mode} at={shown.at} code={saved.code} until={saved.until} />
  return <SavePage {...shown} saved={saved} errors={typed?.errors ?? []} />
}
