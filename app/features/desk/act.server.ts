import { acceptanceDue } from '#app/cases/legal-deadlines.ts'
import { inCharge } from '#app/cases/stored-texts.ts'
import type { Submission } from '#app/cases/submission.ts'
import { stoppedSince } from '#app/domain/clock.ts'
import type { HistoryEvent } from '#app/domain/event.ts'
import { isOpen } from '#app/domain/status.ts'
import { lawOf } from '#app/services/index.ts'
import type { StoredApplication } from '#db/applications.server.ts'

/** What a case is in law, and who was in charge of it when it was handed in; by when it is to be accepted; since when its clock stands still. */
export function lawOfCase(
  { service, status }: Pick<StoredApplication, 'service' | 'status'>,
  submission: Pick<Submission, 'departments'>,
  history: readonly HistoryEvent[],
) {
  const act = lawOf(service)?.act
  const open = isOpen(status)
  return {
    act: act ? { nature: act.nature, departments: inCharge(service, submission) } : null,
    acceptanceDue: open ? acceptanceDue(service, history) : null,
    stopped: open ? stoppedSince(history) : null,
  }
}
