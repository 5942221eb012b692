import { typedIn, wrong } from '#app/access/account-input.ts'
import { deskPath } from '#app/access/desk-path.ts'
import { requireSignedIn } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import { parseCode, secretOfFactor, tryOwnPassword } from '#app/access/password-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { namesOf } from '#app/access/staff-names.server.ts'
import { lacksSecondFactor, type SignedIn, staffOf } from '#app/access/staff-session.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { type Difference, differingLines } from '#app/cases/differences.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { textInEvery } from '#app/cases/submission.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { plainText } from '#app/i18n/messages.ts'
import { type Mode, sourceLanguage } from '#app/i18n/mode.ts'
import { inMode, paths } from '#app/paths.ts'
import { decryptText, encryptText } from '#app/security/encryption.server.ts'
import { freshSecret, stepOf, totpAddress } from '#app/security/totp.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { changeSecondFactor, type StoredStaff, staffById } from '#db/staff.server.ts'
import { ownChange } from './own-account.server.ts'
import { refusal } from './password-errors.server.ts'
import { accountOf, decryptForm, encryptForm, type ResumedForm } from './resumed-form.server.ts'

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
  return page({ ...shown, offered: hasFactor ? null : offer(present), carried: '' })
}

/** The page a form was posted to when its hall was found to ask for a second factor; undefined where none was. */
function nextPath({ mode, query }: RequestContext): string | undefined {
  const to = deskPath(mode, query.get('to'))
  return to?.split('?')[0] === paths.secondFactor(mode) ? undefined : to
}

/** A form posted before the second factor was set up, to be posted again; undefined where there is none of theirs. */
function carriedForm(mode: Mode, present: SignedIn, carried: string): ResumedForm | undefined {
  const again = carried === '' ? undefined : decryptForm(accountOf(present), carried)
  return again && { ...again, to: inMode(again.to, mode) }
}

/**
 * Sets a second factor up by its first code, or takes it off by the password. The form says which by the secret it offers: it was opened
 * while there was none. A form posted before it was set up is saved, and handed back to be posted again.
 */
export async function secondFactorAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  const present = requireSignedIn(context)
  switchMode(form, context)
  const wants = form.has('offer') ? 'set-up' : 'take-off'
  const to = nextPath(context)
  if (to !== undefined && wants === 'take-off') {
    if (!lacksSecondFactor(present)) return redirectTo(to, { resend: true })
    return page<Again>({ errors: [], offered: offer(present), carried: encryptForm(accountOf(present), to, form) })
  }
  const carried = String(form.get('kept') ?? '')
  if ((present.stored.secondFactor === null) !== (wants === 'set-up')) {
    if (!isDone(present, present.stored, form, wants)) return changedElsewhere(mode, present, wants, carried)
    const again = carriedForm(mode, present, carried)
    if (form.has('switch-to'))
      return page<Again>({ errors: [], offered: wants === 'set-up' ? null : offer(present), ...(again ? { again } : {}) })
    return done(mode, present, carried)
  }
  return wants === 'set-up' ? setUp(mode, present, form, carried, now) : turnOffSecondFactor(mode, present, form, now)
}

/** Does it stand as this form wants it: taken off, or set up with the secret it offers? It was sent twice. */
function isDone(present: SignedIn, now: StoredStaff | undefined, form: FormValues, wants: 'set-up' | 'take-off'): boolean {
  const secret = now && secretOfFactor(now)
  return wants === 'take-off' ? now?.secondFactor === null : secret !== undefined && secret === offeredIn(form, present)
}

/** Where a change leads: to the account, or back to a form posted before. */
function done(mode: Mode, present: SignedIn, carried = '') {
  const again = carriedForm(mode, present, carried)
  return again ? page<Again>({ errors: [], offered: null, again }) : redirectTo(`${paths.account(mode)}?changed`)
}

/** The secret a form offers; undefined where it was offered in another session. */
const offeredIn = (form: FormValues, present: SignedIn) =>
  decryptText(Buffer.from(String(form.get('offer') ?? ''), 'base64url'), purposes.secondFactorOffer(present.idHash))

/** It was set up, or taken off, elsewhere since the page was opened: what stands now, and what was to be done. */
function changedElsewhere(mode: Mode, present: SignedIn, wants: 'set-up' | 'take-off', carried = '') {
  const again = carriedForm(mode, present, carried)
  const now = textInEvery(wants === 'set-up' ? 'account:factor.has' : 'account:factor.has-none')
  const differences = differingLines([{ label: 'account:second-factor', now, typed: textInEvery(`account:factor.${wants}`) }])
  return refused<Again>(
    { errors: [], offered: wants === 'set-up' ? null : offer(present), differences, ...(again ? { again } : {}) },
    'conflict',
  )
}

/** The page once more. */
type Again = {
  readonly errors: FieldError[]
  readonly offered: ReturnType<typeof offer> | null
  readonly differences?: readonly Difference[]
  /** A form posted before the second factor was set up, encrypted; and that form, to be posted again now that it is. */
  readonly carried?: string
  readonly again?: ResumedForm
}

async function setUp(mode: Mode, present: SignedIn, form: FormValues, carried: string, now: Date) {
  const secret = offeredIn(form, present)
  if (secret === undefined) return refused<Again>({ errors: [wrong('offer-gone', 'code')], offered: null, carried }, 'invalid')
  if (form.has('switch-to')) return page<Again>({ errors: [], offered: offer(present, secret), carried })
  const step = stepOf(secret, parseCode(typedIn(form, 'code')), now)
  if (step === undefined)
    return refused<Again>({ errors: [wrong('code-wrong', 'code')], offered: offer(present, secret), carried }, 'invalid')
  const { stored } = present
  const sealed = encryptText(secret, purposes.secondFactor(stored.id))
  const on = { secondFactor: sealed, lastStep: step }
  const isChanged = await refusingFullDisk(changeSecondFactor(stored.id, on, null, ownChange(stored, 'second-factor-on', now)))
  if (!isChanged && !isDone(present, await staffById(stored.id), form, 'set-up')) return changedElsewhere(mode, present, 'set-up', carried)
  return done(mode, present, carried)
}

async function turnOffSecondFactor(mode: Mode, present: SignedIn, form: FormValues, now: Date) {
  const { stored } = present
  if (form.has('switch-to')) return page({ errors: [] as FieldError[], offered: null })
  if (stored.hall?.secondFactor) return refused({ errors: [wrong('factor-compulsory', 'password')], offered: null }, 'invalid')
  const tried = await tryOwnPassword(present, typedIn(form, 'password'), now)
  if (tried !== 'right') {
    const { errors, why } = refusal(tried, 'password-wrong', 'password')
    return refused({ errors, offered: null }, why)
  }
  const off = { secondFactor: null, lastStep: stored.lastStep }
  const event = ownChange(stored, 'second-factor-off', now)
  const isChanged = await refusingFullDisk(changeSecondFactor(stored.id, off, stored.secondFactor, event))
  if (!isChanged && !isDone(present, await staffById(stored.id), form, 'take-off')) return changedElsewhere(mode, present, 'take-off')
  return done(mode, present)
}
