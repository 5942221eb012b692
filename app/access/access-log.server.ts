import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import type { ApplicationEvent } from '#app/domain/event.ts'
import { isIdentityNumber } from '#app/domain/form.ts'
import { deskRecord } from '#app/domain/stored-labels.ts'
import { appendAssistedEvents } from '#db/assisted-sessions.server.ts'
import type { RequestContext } from './request-context.server.ts'

type Look = Pick<Extract<ApplicationEvent, { type: 'look' }>, 'what' | 'target'>

/**
 * Writes down what a clerk is about to see of these applications of a client: an identity number, a file, a copy taken along. On disk
 * before it is shown; what residents see of their own is nobody's business.
 */
export async function logAccess(
  { actor, now }: Pick<RequestContext, 'actor' | 'now'>,
  applications: readonly { readonly id: string }[],
  looks: readonly Look[],
): Promise<void> {
  if (looks.length === 0 || actor.by !== 'clerk') return
  const common = { type: 'look' as const, actor: eventActor('clerk', actor.client.staffId), at: now.toISOString() }
  // A folder that holds nothing any more is looked at all the same.
  const ids = applications.length > 0 ? applications.map(({ id }) => id) : [deskRecord]
  await refusingFullDisk(
    appendAssistedEvents(
      ids.flatMap((applicationId) => looks.map((look) => ({ applicationId, event: encryptEvent({ ...common, ...look }) }))),
    ),
  )
}

/** The identity numbers among what is shown, as looks. */
export function numbersAmong(targets: readonly string[]): Look[] {
  return targets.filter(isIdentityNumber).map((target) => ({ what: 'identity-number', target }))
}
