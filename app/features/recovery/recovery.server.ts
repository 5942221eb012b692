import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { denied, notFound, page, redirectTo, refused, stop } from '#app/access/outcome.ts'
import { parsePin } from '#app/access/pin-throttle.server.ts'
import { publicOrigin } from '#app/access/public-origin.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { staffNames } from '#app/access/staff-names-by-id.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { calledIn } from '#app/cases/folder.ts'
import { cardOf, folderOfRecovery, newsTo, openPinScreen, stepRecovery, tryPhone, upToDate } from '#app/cases/recovery.server.ts'
import { confirmers } from '#app/cases/workers.server.ts'
import {
  colleaguesIn,
  isOfHall,
  isOpenRecovery,
  mayConfirm,
  openStates,
  recoveryScreenMinutes,
  refusalReasons,
} from '#app/domain/recovery.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { recoveryById } from '#db/recoveries.server.ts'
import type { StoredRecovery } from '#db/recovery-rows.server.ts'
import { found } from '../page-data.ts'

type Params = { id?: string }

/** A request, and what somebody may do with it. @throws `not-found` for whoever is neither of the hall that asked nor to confirm, and where it cannot be read */
async function recoveryAt(context: RequestContext, params: Params) {
  const staff = requireStaff(context, 'recoveries')
  const who = { id: staff.id, hall: staff.hall?.id ?? '', place: requirePlace(staff) }
  const stored = found(await recoveryById(params.id ?? ''))
  const [isOwn, confirms] = [isOfHall(stored, who), mayConfirm(stored, who)]
  if ((!isOwn && !confirms) || stored.isDamaged) throw notFound()
  return { staff, recovery: await upToDate(stored, context.now), isOwn, confirms }
}

/** Data of the page of a request. The code is told to the hall alone, once it was done, for as long as the request was to last. */
export async function recoveryLoader(context: RequestContext, params: Params) {
  const { mode, now } = context
  const { staff, recovery, isOwn, confirms } = await recoveryAt(context, params)
  const open = await folderOfRecovery(recovery)
  const card = cardOf(recovery)
  const isShown = recovery.state === 'done' && isOwn && recovery.expiresAt > now
  const code = isShown ? (open?.code ?? null) : null
  const names = await staffNames([recovery.staffId, recovery.confirmedBy])
  return page({
    ...{ mode, at: context.at, staff, id: recovery.id, kind: recovery.kind, way: recovery.way, confirmPlace: recovery.confirmPlace },
    state: open ? recovery.state : ('gone' as const),
    name: open ? calledIn(open.folder, open.folder.applicant) : null,
    card: card.ok ? { kind: card.value.card, digits: card.value.digits } : null,
    by: names.get(recovery.staffId) ?? null,
    confirmedBy: recovery.confirmedBy === null ? null : (names.get(recovery.confirmedBy) ?? null),
    at0: recovery.createdAt.toISOString(),
    until: recovery.expiresAt.toISOString(),
    may: mayDo(recovery, { isOwn, confirms, isThere: open !== undefined }),
    alone: await isAlone(recovery, staff),
    code,
    address: code === null || publicOrigin() === '' ? null : `${publicOrigin()}${paths.openFolder(parallelMode)}#${code}`,
    ...{ minutes: recoveryScreenMinutes, origin: publicOrigin() },
  })
}

function mayDo(recovery: StoredRecovery, { isOwn, confirms, isThere }: { isOwn: boolean; confirms: boolean; isThere: boolean }) {
  const [waits, confirmed] = [recovery.state === 'waiting' && isThere, recovery.state === 'confirmed' && isThere]
  return {
    confirm: waits && confirms,
    phone: waits && isOwn && recovery.way === 'phone',
    screen: confirmed && isOwn && recovery.kind === 'pin',
    code: confirmed && isOwn && recovery.kind === 'code',
    leave: isOpenRecovery(recovery.state) && isOwn && isThere,
  }
}

/** Does a request wait for a colleague where there is none any more? Then it is ended, and asked for in another way. */
async function isAlone({ way, state, staffId, hallId }: StoredRecovery, staff: Staff): Promise<boolean> {
  if (way !== 'colleague' || state !== 'waiting' || staff.id !== staffId) return false
  return colleaguesIn(await confirmers(), { id: staffId, hall: hallId }).length === 0
}

/** Confirms or refuses, takes digits read out from the telephone, opens the screen for the PIN, shows the code, or ends it. */
export async function recoveryAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode, now } = context
  switchMode(form, context)
  const { staff, recovery, isOwn, confirms } = await recoveryAt(context, params)
  const open = await folderOfRecovery(recovery)
  const may = mayDo(recovery, { isOwn, confirms, isThere: open !== undefined })
  const actor = eventActor(staff.role, staff.id)
  const back = () => redirectTo(paths.recovery(mode, recovery.id))
  const say = (error: FieldError, why: 'invalid' | 'conflict' = 'invalid') => refused({ errors: [error], join: null as string | null }, why)
  if (form.has('switch-to')) return page({ errors: [] as FieldError[], join: null as string | null })
  switch (String(form.get('do') ?? '')) {
    case 'confirm':
      // What a colleague did meanwhile is shown.
      if (!may.confirm) return back()
      await stepRecovery(
        recovery,
        ['waiting'],
        { step: 'confirmed', actor, at: now, told: { way: recovery.way } },
        { state: 'confirmed', confirmedBy: staff.id },
      )
      return back()
    case 'refuse': {
      const why = refusalReasons.find((one) => one === form.get('why'))
      if (!may.confirm) return back()
      if (!why) return say({ key: 'recovery:errors.why', field: 'why' })
      const change = { state: 'refused', confirmedBy: staff.id, endedAt: now } as const
      const news = open ? newsTo(open, 'recovery-refused', now) : []
      await stepRecovery(recovery, ['waiting'], { step: 'refused', actor, at: now, told: { why } }, change, news)
      return back()
    }
    case 'phone': {
      if (!may.phone) return back()
      const outcome = await tryPhone(recovery, parsePin(String(form.get('read-out') ?? '')), actor, now)
      return outcome === 'wrong' ? say({ key: 'recovery:errors.phone-wrong', field: 'read-out' }) : back()
    }
    case 'screen': {
      const token = may.screen ? await openPinScreen(recovery, actor, now) : undefined
      return token === undefined ? back() : page({ errors: [] as FieldError[], join: token })
    }
    case 'code':
      if (may.code && open)
        await stepRecovery(
          recovery,
          ['confirmed'],
          { step: 'done', actor, at: now },
          { state: 'done', endedAt: now },
          newsTo(open, 'recovery-code', now),
        )
      return back()
    case 'leave':
      if (may.leave)
        await stepRecovery(recovery, openStates, { step: 'left', actor, at: now }, { state: 'left', endedAt: now, screen: null })
      return back()
    default:
      throw stop(denied('malformed'))
  }
}
