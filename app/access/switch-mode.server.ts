import type { FormValues } from '#app/forms/form-values.ts'
import { isMode } from '#app/i18n/mode.ts'
import { inMode } from '#app/paths.ts'
import { setCookie } from './cookies.server.ts'
import { redirectTo, stop } from './outcome.ts'
import type { RequestContext } from './request-context.server.ts'

/** Redirects to the same page in the mode a form asks for, with the form. Nothing where it asks for none, or for this one. @throws the redirect */
export function switchMode(form: FormValues, { mode, at }: Pick<RequestContext, 'mode' | 'at'>): void {
  const to = form.get('switch-to')
  if (typeof to !== 'string' || !isMode(to) || to === mode) return
  throw stop(redirectTo(inMode(at, to), { resend: true, cookies: [setCookie('mode', to)] }))
}
