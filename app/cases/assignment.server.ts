import pLimit from 'p-limit'
import type { CaseEvent } from '#app/domain/case-state.ts'
import { caseAssignedBy } from '#db/audit-log.server.ts'
import { caseWithin, nextCase } from '#db/cases.server.ts'
import type { QueueFilter } from '#db/queue.server.ts'
import { changeCase } from './transition.server.ts'

type Assign = Extract<CaseEvent, { type: 'assign' }>

/** Assigns an unassigned case; false where it is assigned already, or does not exist in the place. `eventId`: as of `assignNext`. */
export async function assignToSelf(place: string, id: string, event: Assign, eventId?: string): Promise<boolean> {
  for (;;) {
    const application = await caseWithin(place, id)
    if (!application || application.assignee !== null) return false
    // Who works on a case changes nothing that lies in its folder, and tells the resident nothing: it need not be decrypted.
    const result = await changeCase({ application }, event, { id: eventId })
    if (result !== 'stale') return result === 'done'
  }
}

/**
 * Cases that are being assigned: whoever asks at the same moment is given the next one, and all are stored in one commit. It only saves
 * trying again: what decides is the version of the case.
 */
const beingAssigned = new Set<string>()
const oneAfterTheOther = pLimit(1)

/**
 * Assigns the next unassigned case a staff member may work on, the one that is due the soonest first, else the oldest; its id, or undefined where there is none. `eventId`: the id of the event,
 * where what is sent twice is to be done once: the same case again then.
 */
export async function assignNext(filter: QueueFilter, event: Assign, eventId?: string): Promise<string | undefined> {
  const taken = async () => (eventId === undefined ? undefined : caseAssignedBy(eventId))
  const before = await taken()
  if (before !== undefined) return before
  for (let tried: string | undefined; ; ) {
    const id = await oneAfterTheOther(async () => {
      const next = await nextCase({ ...filter, assignee: null }, beingAssigned)
      if (next !== undefined) beingAssigned.add(next)
      return next
    })
    if (id === undefined) return undefined
    try {
      if (await assignToSelf(filter.place, id, event, eventId)) return (await taken()) ?? id
      if (id === tried) return undefined
    } finally {
      beingAssigned.delete(id)
    }
    tried = id
  }
}
