import { staffNames } from '#app/access/staff-names-by-id.server.ts'
import { decryptEvent } from '#app/cases/case-events.server.ts'
import { putBack } from '#app/domain/put-back.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { assignmentsAt, lastDeskEvents } from '#db/audit-log.server.ts'

/** A page can be open for as long as a session lasts, and a form can still be sent a day later. */
const openHours = 36
const mostLooked = 2000

/**
 * Somebody who is to be switched off is off already: what became of their cases then, where that is another thing than what was chosen.
 * Undefined where it is the same, where they had none, or where nothing was chosen.
 */
export async function offOtherwise(member: string, chosen: string, now: Date): Promise<FieldError | undefined> {
  const off = chosen === '' ? undefined : await switchedOff(member, now)
  const to = off?.to ?? []
  const isSame = chosen === putBack ? to.every((one) => one === null) : to.includes(chosen)
  if (!off || to.length === 0 || isSame) return undefined
  const given = [...new Set(to.filter((one) => one !== null))]
  const names = await staffNames([off.by, ...given])
  const named = (ids: readonly (string | undefined)[]) => ids.flatMap((id) => names.get(id ?? '') ?? []).join(' · ')
  const key = given.length > 0 ? 'colleagues:errors.off-given' : 'colleagues:errors.off-put-back'
  return { key, field: 'state', values: { by: named([off.by]), ...(given.length > 0 ? { name: named(given) } : {}) } }
}

/** By whom somebody was switched off last, and to whom each of their cases went with it; null: it was put back. */
async function switchedOff(member: string, now: Date) {
  const since = new Date(now.getTime() - openHours * 3_600_000)
  for (const { id, sealed, at } of await lastDeskEvents('staff-changed', since, mostLooked)) {
    const read = decryptEvent({ id, sealed })
    if (!read.ok || read.value.type !== 'staff-changed' || read.value.member !== member || read.value.what !== 'off') continue
    const by = read.value.actor.id
    const given = (await assignmentsAt(at)).flatMap((stored) => {
      const assigned = decryptEvent(stored)
      return assigned.ok && assigned.value.type === 'assign' && assigned.value.actor.id === by ? [assigned.value.to] : []
    })
    return { by, to: given }
  }
  return undefined
}
