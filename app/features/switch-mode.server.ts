import { redirect } from '@remix-run/node'
import { rememberMode } from '#app/i18n/chosen-mode.server.ts'
import { isMode, type Mode } from '#app/i18n/mode.ts'
import { inMode } from '#app/paths.ts'
import { keys } from '#app/security/keys.server.ts'
import { placeOf } from './page-data.ts'

/** Throws the redirect to the same page in the mode a form asks for, form and all (307); nothing where it asks for none or has arrived. */
export function switchMode(form: FormData, request: Request, mode: Mode): void {
  const to = form.get('switch-to')
  if (typeof to !== 'string' || !isMode(to) || to === mode) return
  throw redirect(inMode(placeOf(request), to), { status: 307, headers: { 'Set-Cookie': rememberMode(to, keys().secureCookies) } })
}
