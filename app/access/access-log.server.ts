import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import type { ApplicationEvent } from '#app/domain/event.ts'
import { isIdentityNumber } from '#app/domain/form.ts'
import { deskChain } from '#app/domain/stored-labels.ts'
import { appendAssistedEvents } from '#db/assisted-sessions.server.ts'
import type { RequestContext } from './request-context.server.ts'

type Look = Pick<Extract<ApplicationEvent, { type: 'look' }>, 'what' | 'target'>

/**
 * Logs what a clerk is about to see of a resident's applications: an identity number, a file, a copy taken along. On disk
 * before it is shown; what residents see of their own is not logged.
 */
export async function logAccess(
  { actor, now }: Pick<RequestContext, 'actor' | 'now'>,
  applications: readonly { readonly id: string }[],
  looks: readonly Look[],
): Promise<void> {
  if (looks.length === 0 || actor.by !== 'clerk') return
  const common = { type: 'look' as const, actor: eventActor('clerk', actor.assisted.staffId), at: now.toISOString() }
  // Access to a folder without applications is logged all the same.
  const ids = applications.length > 0 ? applications.map(({ id }) => id) : [deskChain]
  await refusingFullDisk(
    appendAssistedEvents(
      ids.flatMap((applicationId) => looks.map((look) => ({ applicationId, event: encryptEvent({ ...common, ...look }) }))),
    ),
  )
}

/** The views of identity numbers among these targets. */
export function numbersAmong(targets: readonly string[]): Look[] {
  return targets.filter(isIdentityNumber).map((target) => ({ what: 'identity-number', target }))
}
