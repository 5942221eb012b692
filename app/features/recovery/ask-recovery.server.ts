import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { page, redirectTo, refused, stop } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { lockMinutes, throttle } from '#app/access/throttle.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { calledIn, phoneIn } from '#app/cases/folder.ts'
import { isOpenedBy } from '#app/cases/folder-scope.ts'
import { foldersSeen } from '#app/cases/person-search.server.ts'
import { encryptCard, phoneDigits, stepWritten } from '#app/cases/recovery.server.ts'
import { confirmers } from '#app/cases/workers.server.ts'
import { withoutInvisible } from '#app/domain/characters.ts'
import { asciiDigits } from '#app/domain/digits.ts'
import { isMobile } from '#app/domain/identity.ts'
import {
  cardKinds,
  fitsCard,
  isLastFour,
  placeAbove,
  type RecoveryWay,
  recoveryHours,
  recoveryKinds,
  waitsForPhone,
  waysFor,
} from '#app/domain/recovery.ts'
import type { Staff } from '#app/domain/staff.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { areShortMessagesOffered } from '#app/forms/short-messages.ts'
import { paths } from '#app/paths.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { newId } from '#app/security/random.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { openSearch } from '#db/person-searches.server.ts'
import { insertRecovery, noteStep } from '#db/recoveries.server.ts'
import type { AskTyped } from './ask-recovery-page.tsx'

type Params = { id?: string }

/** Wrong digits an hour over all folders, after which everybody waits. */
const wrongOverall = 500
const tryDigits = throttle(wrongOverall)

/** Who asks: of which hall, at which place. */
const askingOf = (staff: Staff) => ({ id: staff.id, hall: staff.hall?.id ?? '', place: requirePlace(staff) })

/** The folder that was found, for whoever found it, as long as that is open. @throws a redirect to where it is searched for */
async function foundFolder(context: RequestContext, staff: Staff, params: Params): Promise<OpenFolder> {
  const seer = { place: requirePlace(staff), practice: staff.practice }
  const search = await openSearch(params.id ?? '', { staffId: staff.id, place: seer.place }, context.now)
  const folders = search ? await foldersSeen(search.hashes, seer) : []
  const found = folders.find(({ open }) => open.stored.id === context.query.get('folder'))?.open
  if (!found || !isOpenedBy(found, seer)) throw stop(redirectTo(paths.people(context.mode, { why: 'over' })))
  return found
}

/** Does the telephone in the folder confirm? Only a mobile one that was not changed lately, where messages are delivered. */
function hasPhone({ folder }: OpenFolder, now: Date): boolean {
  const phone = phoneIn(folder)
  return (
    areShortMessagesOffered() && phone !== undefined && isMobile(phone) && !waitsForPhone(folder.phoneBefore?.at, now) && !folder.practice
  )
}

async function waysOf(open: OpenFolder, staff: Staff, now: Date) {
  return waysFor(await confirmers(), askingOf(staff), hasPhone(open, now))
}

/** Data of the page on which a lost PIN or code is asked for. */
export async function askLoader(context: RequestContext, params: Params) {
  const { mode, now } = context
  const staff = requireStaff(context, 'recoveries')
  const open = await foundFolder(context, staff, params)
  const waits = waitsForPhone(open.folder.phoneBefore?.at, now)
  return page({
    ...{ mode, at: context.at, staff, search: params.id ?? '', folder: open.stored.id },
    name: calledIn(open.folder, open.folder.applicant),
    isNumberKnown: numberOf(open) !== undefined,
    ways: await waysOf(open, staff, now),
    waits: waits ? waits.toISOString() : null,
  })
}

function numberOf({ folder }: OpenFolder): string | undefined {
  const number = folder.values[`person/${folder.applicant}/identity-number`]
  return typeof number === 'string' && number !== '' ? number : undefined
}

/**
 * Asks for it: who is there in person, with which card. Digits that are not those of the card end there, and are counted. What was posted
 * twice, or asked for by a colleague meanwhile, leads to the one request there is.
 */
export async function askAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode, now } = context
  const staff = requireStaff(context, 'recoveries')
  switchMode(form, context)
  const open = await foundFolder(context, staff, params)
  const typed = typedIn(form)
  const say = (errors: readonly FieldError[], why: 'invalid' | 'too-many' = 'invalid') => refused({ typed, errors }, why)
  if (form.has('switch-to')) return page({ typed, errors: [] as FieldError[] })
  const ways = await waysOf(open, staff, now)
  const parsed = parse(typed, ways)
  if (!parsed.ok) return say(parsed.errors)
  const { kind, card, digits, way } = parsed
  // A number that was changed a moment ago may be that of somebody else: no PIN is given back then.
  if (kind === 'pin' && waitsForPhone(open.folder.phoneBefore?.at, now))
    return say([{ key: 'recovery:errors.phone-changed', field: 'kind' }])
  const folderId = open.stored.id
  const [id, actor] = [newId(), eventActor(staff.role, staff.id)]
  const tried = await tryDigits(keyedHash(hashLabels.recoveryTries(folderId)), async () => fitsCard(card, digits, numberOf(open)), now)
  if (tried !== 'right') {
    await refusingFullDisk(noteStep(folderId, stepWritten({ id, kind }, { step: 'wrong-digits', actor, at: now, told: { card } })))
    const isLocked = tried === 'locked'
    const error = { key: `recovery:errors.${isLocked ? 'locked' : 'digits-differ'}`, field: 'digits', values: { minutes: lockMinutes } }
    return say([error], isLocked ? 'too-many' : 'invalid')
  }
  const asking = askingOf(staff)
  const sent = way === 'phone' ? phoneDigits(open, id, now) : undefined
  const written = stepWritten({ id, kind }, { step: 'asked', actor, at: now, told: { card, digits, way } }, sent?.messages)
  const confirmPlace = way === 'above' ? (placeAbove(await confirmers(), asking) ?? asking.place) : asking.place
  const asked = await refusingFullDisk(
    insertRecovery(
      {
        ...{ id, folderId, kind, way, state: 'waiting', staffId: staff.id, hallId: asking.hall, place: asking.place, confirmPlace },
        sealed: encryptCard(id, { card, digits, ...(sent ? { phoneHash: sent.phoneHash } : {}) }),
        createdAt: now,
        expiresAt: new Date(now.getTime() + recoveryHours * 3_600_000),
      },
      written,
    ),
  )
  return redirectTo(paths.recovery(mode, asked))
}

function typedIn(form: FormValues): AskTyped {
  const textOf = (name: string) => String(form.get(name) ?? '').slice(0, 40)
  return { kind: textOf('kind'), card: textOf('card'), digits: textOf('digits'), way: textOf('way'), present: form.has('present') }
}

/** The form, read; or what is wrong with it. */
function parse(typed: AskTyped, ways: readonly RecoveryWay[]) {
  const kind = recoveryKinds.find((one) => one === typed.kind)
  const card = cardKinds.find((one) => one === typed.card)
  const way = ways.find((one) => one === typed.way) ?? (ways.length === 1 ? ways[0] : undefined)
  const digits = asciiDigits(withoutInvisible(typed.digits).normalize('NFKC')).replace(/\s/g, '').toUpperCase()
  const wrong = (field: string): FieldError => ({ key: `recovery:errors.${field}`, field })
  const errors = [
    ...(kind ? [] : [wrong('kind')]),
    ...(card ? [] : [wrong('card')]),
    ...(isLastFour(digits) ? [] : [wrong('digits')]),
    ...(typed.present ? [] : [wrong('present')]),
    ...(way ? [] : [wrong('way')]),
  ]
  return kind && card && way && errors.length === 0 ? { ok: true as const, kind, card, digits, way } : { ok: false as const, errors }
}
