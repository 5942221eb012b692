import { requireSignedIn } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import { readCode, tryOwnPassword } from '#app/access/password-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { namesOf } from '#app/access/staff-names.server.ts'
import { type SignedIn, staffOf } from '#app/access/staff-session.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { plainText } from '#app/i18n/messages.ts'
import { type Mode, sourceLanguage } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { decryptText, encryptText } from '#app/security/encryption.server.ts'
import { freshSecret, stepOf, totpAddress } from '#app/security/totp.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { changeSecondFactor } from '#db/staff.server.ts'
import { typedIn, wrong } from './form-input.ts'
import { ownChange } from './own-account.server.ts'
import { refusal } from './password-errors.server.ts'

/** A secret being set up is in the form, encrypted for the session: it cannot be replaced. */
const offer = (present: SignedIn, secret = freshSecret()) => ({
  offer: encryptText(secret, purposes.secondFactorOffer(present.idHash)).toString('base64url'),
  secret: secret.replace(/.{4}(?=.)/g, '$& '),
  address: totpAddress(secret, plainText(sourceLanguage, 'common:site'), namesOf(present.stored).login),
})

/** Data of the page that sets up or removes a second factor. */
export async function secondFactorLoader(context: RequestContext) {
  const { mode } = context
  const present = requireSignedIn(context)
  const [staff, hasFactor] = [staffOf(present), present.stored.secondFactor !== null]
  const shown = { mode, at: context.at, staff, hasFactor, compulsory: staff.hall?.secondFactor ?? false }
  return page({ ...shown, offered: hasFactor ? null : offer(present) })
}

/** Sets up a second factor, confirmed by its first code, or removes it with the password. */
export async function secondFactorAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  const present = requireSignedIn(context)
  switchMode(form, context)
  return present.stored.secondFactor === null ? setUp(mode, present, form, now) : takeOff(mode, present, form, now)
}

async function setUp(mode: Mode, present: SignedIn, form: FormValues, now: Date) {
  const secret = decryptText(Buffer.from(String(form.get('offer') ?? ''), 'base64url'), purposes.secondFactorOffer(present.idHash))
  if (secret === undefined) return refused({ errors: [wrong('offer-gone', 'code')], offered: null }, 'invalid')
  if (form.has('switch-to')) return page({ errors: [] as FieldError[], offered: offer(present, secret) })
  const step = stepOf(secret, readCode(typedIn(form, 'code')), now)
  if (step === undefined) return refused({ errors: [wrong('code-wrong', 'code')], offered: offer(present, secret) }, 'invalid')
  const { stored } = present
  const sealed = encryptText(secret, purposes.secondFactor(stored.id))
  await refusingFullDisk(changeSecondFactor(stored.id, sealed, step, ownChange(stored, 'second-factor-on', now)))
  return redirectTo(`${paths.account(mode)}?changed`)
}

async function takeOff(mode: Mode, present: SignedIn, form: FormValues, now: Date) {
  const { stored } = present
  if (form.has('switch-to')) return page({ errors: [] as FieldError[], offered: null })
  if (stored.hall?.secondFactor) return refused({ errors: [wrong('factor-compulsory', 'password')], offered: null }, 'invalid')
  const tried = await tryOwnPassword(present, typedIn(form, 'password'), now)
  if (tried !== 'right') {
    const { errors, why } = refusal(tried, 'password-wrong', 'password')
    return refused({ errors, offered: null }, why)
  }
  await refusingFullDisk(changeSecondFactor(stored.id, null, stored.lastStep, ownChange(stored, 'second-factor-off', now)))
  return redirectTo(`${paths.account(mode)}?changed`)
}
