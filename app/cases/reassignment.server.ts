import type { ApplicationEvent } from '#app/domain/event.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { type CaseChange, type Saved, saveTransitions } from '#db/transitions.server.ts'
import { refusingFullDisk } from './disk-full.server.ts'
import { changeOf } from './transition.server.ts'

/** Who reassigns cases, when, and to whom each goes; null: it is put back. */
export type Reassignment = {
  readonly actor: ApplicationEvent['actor']
  readonly at: Date
  to(one: StoredApplication): string | null
}

/**
 * The changes by which cases are reassigned, to be stored in one commit: each with its event. Nothing of a folder changes with it.
 * @throws for a case that has ended, or an actor who may not
 */
export async function reassigning(cases: readonly StoredApplication[], { actor, at, to }: Reassignment): Promise<CaseChange[]> {
  const changes: CaseChange[] = []
  for (const application of cases) {
    const change = await changeOf({ application }, { type: 'assign', actor, at: at.toISOString(), to: to(application) })
    if (!change) throw new Error(`${actor.role} cannot reassign an application that is ${application.status}`)
    changes.push(change)
  }
  return changes
}

/** Reassigns cases all together, or none: `stale` where one of them was changed since it was read. */
export async function reassign(cases: readonly StoredApplication[], how: Reassignment): Promise<Saved> {
  return refusingFullDisk(saveTransitions(await reassigning(cases, how)))
}
