import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { clearCookie } from '#app/access/cookies.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import { lockMinutes, parsePin } from '#app/access/pin-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { text } from '#app/features/self-check/answer-question.server.ts'
import { nextPlace } from '#app/features/self-check/check.ts'
import { checkCookie, checkOf, decryptCheck, encryptCheck, newCheckId } from '#app/features/self-check/check-cookie.server.ts'
import { OpenInsteadPage, openedCodeInput, openedInput } from '#app/features/self-check/open-instead-page.tsx'
import { OpenPage } from '#app/features/self-check/save-pages.tsx'
import { deleteCheck, isLostBy, isSameCheck, openCheck } from '#app/features/self-check/saved.server.ts'
import {
  decryptSavedCode,
  encryptSavedCode,
  type SavedCode,
  savedCodeCookie,
  withoutSavedCode,
} from '#app/features/self-check/saved-code.server.ts'
import type { Check } from '#app/forms/household-form.ts'
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
    // Asked before: what was opened comes back with the answer.
    const asked = decryptCheck(context, text(form, openedInput))
    if (asked) {
      // Pages from before say no code.
      const saved = decryptSavedCode(context, text(form, openedCodeInput))
      return form.has('switch-to') ? askedInstead(context, asked, saved) : takenOver(context, asked, saved)
    }
    if (form.has('switch-to')) return page({ ...nothing, code })
    const opened = await openCheck(code, parsePin(text(form, 'pin')), context.now)
    if (!opened.ok) {
      const field = opened.error === 'pin-form' ? 'pin' : 'code'
      const errors: FieldError[] = [{ key: `errors:open.${opened.error}`, field, values: { minutes: lockMinutes } }]
      return refused({ ...nothing, code, errors }, opened.error === 'locked' ? 'too-many' : 'invalid')
    }
    if (form.get('do') === 'delete') return page({ ...nothing, code, deleting: true })
    if (form.get('do') === 'delete-now') {
      await deleteCheck(opened.codeHash)
      return redirectTo(`${paths.openCheck(mode)}?deleted`, { cookies: withoutSavedCode(context, opened.saved.code) })
    }
    if (isLostBy(checkOf(context), opened.check)) return askedInstead(context, opened.check, opened.saved)
    return takenOver(context, opened.check, opened.saved)
  })

const nothing = { code: '', errors: [] as FieldError[], instead: null as Instead | null, deleting: false }

/** What was opened and waits for an answer: the check, and the code it is saved under. */
type Instead = { readonly opened: string; readonly code: string | null }

/** Asks before a check that was opened takes the place of the one under way. */
function askedInstead(context: RequestContext, check: Check, saved: SavedCode | undefined) {
  const code = saved ? encryptSavedCode(context, check, saved) : null
  return page({ ...nothing, instead: { opened: encryptCheck(context, check), code } satisfies Instead })
}

/** Goes on with a check that was opened: what does not count any more is said first. It is another than any before, unless it says the same. */
function takenOver(context: RequestContext, { id: _, ...opened }: Check, saved?: SavedCode) {
  const underWay = checkOf(context)
  const check = isSameCheck(underWay, opened) && underWay.id ? underWay : { ...opened, id: newCheckId() }
  const to = check.outdated ? paths.check(context.mode) : nextPlace(check, context.mode, undefined, context.today)
  const cookies = [checkCookie(context, check), saved ? savedCodeCookie(context, check, saved) : clearCookie('saved')]
  return redirectTo(to, { cookies })
}

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'check:open.title')

export default function Route(): JSX.Element {
  const [shown, { instead, ...typed }] = [useLoaderData<typeof loader>(), useActionData<typeof action>() ?? nothing]
  return instead === null ? <OpenPage {...shown} {...typed} /> : <OpenInsteadPage mode={shown.mode} at={shown.at} {...instead} />
}
