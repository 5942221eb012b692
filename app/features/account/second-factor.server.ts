import { json, redirect } from '@remix-run/node'
import { onDisk } from '#app/cases/disk.server.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import { plainText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { freshSecret, stepOf, totpAddress } from '#app/security/totp.server.ts'
import { lockText, unlockText } from '#app/security/vault.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { changeSecondFactor } from '#db/staff.server.ts'
import { modeOf, placeOf } from '../page-data.ts'
import { namesOf, type Present, presentAt, staffOf } from '../staff-session.server.ts'
import { switchMode } from '../switch-mode.server.ts'
import { ownChange } from './own-account.server.ts'
import { readCode, refusal, tryOwnPassword } from './password-gate.server.ts'
import { typedIn, wrong } from './typed.ts'

type Params = { mode?: string }

/** A secret that is being set up lies in the form, locked for the session: nobody can put another one in its place. */
const offer = (present: Present, secret = freshSecret()) => ({
  offer: lockText(secret, purposes.secondFactorOffer(present.idHash)).toString('base64url'),
  secret: secret.replace(/.{4}(?=.)/g, '$& '),
  address: totpAddress(secret, plainText('zh', 'common:site'), namesOf(present.stored).login),
})

/** Everything the page shows on which one sets a second factor up, or takes it off. */
export async function showSecondFactor(request: Request, params: Params) {
  const mode = modeOf(params)
  const present = await presentAt(request, mode)
  const [staff, hasFactor] = [staffOf(present), present.stored.secondFactor !== null]
  const shown = { mode, at: placeOf(request), staff, hasFactor, compulsory: staff.hall?.secondFactor ?? false }
  return json({ ...shown, offered: hasFactor ? null : offer(present) })
}

/** Sets a second factor up by its first code, or takes it off by the password. */
export async function takeSecondFactor(request: Request, params: Params) {
  const [mode, now] = [modeOf(params), new Date()]
  const [present, form] = [await presentAt(request, mode, now), await request.formData()]
  switchMode(form, request, mode)
  return present.stored.secondFactor === null ? setUp(mode, present, form, now) : takeOff(mode, present, form, now)
}

async function setUp(mode: Mode, present: Present, form: FormData, now: Date) {
  const secret = unlockText(Buffer.from(String(form.get('offer') ?? ''), 'base64url'), purposes.secondFactorOffer(present.idHash))
  if (secret === undefined) return json({ errors: [wrong('offer-gone', 'code')], offered: null }, { status: 422 })
  if (form.has('switch-to')) return json({ errors: [] as FieldError[], offered: offer(present, secret) })
  const step = stepOf(secret, readCode(typedIn(form, 'code')), now)
  if (step === undefined) return json({ errors: [wrong('code-wrong', 'code')], offered: offer(present, secret) }, { status: 422 })
  const { stored } = present
  const sealed = lockText(secret, purposes.secondFactor(stored.id))
  await onDisk(changeSecondFactor(stored.id, sealed, step, ownChange(stored, 'second-factor-on', now)))
  throw redirect(`${paths.account(mode)}?changed`, 303)
}

async function takeOff(mode: Mode, present: Present, form: FormData, now: Date) {
  const { stored } = present
  if (form.has('switch-to')) return json({ errors: [] as FieldError[], offered: null })
  if (stored.hall?.secondFactor) return json({ errors: [wrong('factor-compulsory', 'password')], offered: null }, { status: 422 })
  const tried = await tryOwnPassword(present, typedIn(form, 'password'), now)
  if (tried !== 'right') {
    const { errors, status } = refusal(tried, 'password-wrong', 'password')
    return json({ errors, offered: null }, { status })
  }
  await onDisk(changeSecondFactor(stored.id, null, stored.lastStep, ownChange(stored, 'second-factor-off', now)))
  throw redirect(`${paths.account(mode)}?changed`, 303)
}
