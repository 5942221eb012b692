import { announcementAudiences } from '#app/domain/announcement.ts'
import { channels } from '#app/domain/assisted-session.ts'
import { feedbackKinds, feedbackStates } from '#app/domain/feedback.ts'
import { modes } from '#app/domain/language.ts'
import { letterStates } from '#app/domain/letter-register.ts'
import { searchGrounds, searchKinds } from '#app/domain/person-search.ts'
import { ownPhraseStates, phraseKinds } from '#app/domain/phrase.ts'
import { recoveryKinds, recoveryStates, recoveryWays } from '#app/domain/recovery.ts'
import { staffRoles } from '#app/domain/staff.ts'
import { statuses } from '#app/domain/status.ts'
import { eventTypes } from '#app/domain/stored-labels.ts'
import { keyKinds, messageStates, staffStates, uploadStates } from '#app/domain/stored-states.ts'
import { wordedSteps } from '#app/domain/worded-step.ts'

/** Columns as `table.column`. */
export type Columns = readonly string[]

/** Plain columns with a closed set of values. */
export const closedSets: readonly (readonly [columns: Columns, allowed: readonly string[]])[] = [
  [['applications.status', 'past_cases.status'], statuses],
  [['applications.channel', 'past_cases.channel'], channels],
  [['applications.mode', 'past_cases.mode', 'feedback.mode'], modes],
  [['applications.held_step'], wordedSteps],
  [['events.type'], eventTypes],
  [['feedback.kind'], feedbackKinds],
  [['feedback.state'], feedbackStates],
  [['staff.role'], staffRoles],
  [['staff.state'], staffStates],
  [['papers.state'], uploadStates],
  [['outbox.state'], messageStates],
  [['key_checks.kind'], keyKinds],
  [['person_searches.kind'], searchKinds],
  [['person_searches.ground'], searchGrounds],
  [['letters.state'], letterStates],
  [['recoveries.kind'], recoveryKinds],
  [['recoveries.state'], recoveryStates],
  [['recoveries.way'], recoveryWays],
  [['announcements.audience'], announcementAudiences],
  [['own_phrases.kind'], phraseKinds],
  [['own_phrases.state'], ownPhraseStates],
]
