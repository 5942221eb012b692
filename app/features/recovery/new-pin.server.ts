import { page, refused } from '#app/access/outcome.ts'
import { parsePin, pinError } from '#app/access/pin-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { choosePin, pinScreen } from '#app/cases/recovery.server.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { birthDaysOf } from '#app/forms/members.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

const joinIn = (given: unknown) => String(given ?? '').slice(0, 60)

/** Data of the resident's own screen on which a new PIN is chosen. Nothing of the folder is on it. */
export async function newPinLoader(context: RequestContext) {
  const { mode, query, now } = context
  const join = joinIn(query.get('join'))
  return page({ mode, at: context.at, join, good: (await pinScreen(join, now)) !== undefined })
}

/** The resident chooses. What they typed is never shown again; the code is, to be photographed, once. */
export async function newPinAction(context: RequestContext, form: FormValues) {
  const { now } = context
  switchMode(form, context)
  const nothing = { errors: [] as FieldError[], code: null as string | null }
  if (form.has('switch-to')) return page(nothing)
  const screen = await pinScreen(joinIn(form.get('join')), now)
  if (!screen) return refused(nothing, 'gone')
  const pin = parsePin(String(form.get('pin') ?? ''))
  const wrong = pinError(pin, parsePin(String(form.get('again') ?? '')), birthDaysOf(screen.open.folder))
  if (wrong)
    return refused(
      { ...nothing, errors: [{ key: `errors:save.${wrong}`, field: wrong === 'pin-differs' ? 'again' : 'pin' }] as FieldError[] },
      'invalid',
    )
  if (!(await choosePin(screen, pin, now))) return refused(nothing, 'gone')
  return page({ ...nothing, code: screen.open.code })
}
