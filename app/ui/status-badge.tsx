import type { Status } from '#app/domain/status.ts'
import { Say } from './bilingual-text.tsx'
import { Icon, type IconName } from './icon.tsx'

const statusIcons: Record<Status, IconName> = {
  draft: 'pencil',
  submitted: 'check',
  accepted: 'landmark',
  'correction-asked': 'pencil',
  resubmitted: 'check',
  'in-review': 'search',
  approved: 'circle-check',
  declined: 'circle-minus',
  'not-accepted': 'circle-minus',
  annulled: 'circle-off',
  closed: 'circle-off',
  withdrawn: 'circle-off',
  expired: 'clock',
}

/** A status as icon and text. */
export function StatusBadge({ status }: { status: Status }): JSX.Element {
  // An unknown status is damage.
  if (!Object.hasOwn(statusIcons, status)) return <Say className="reason" k="errors:unreadable" />
  return (
    <span className={`status status-${status}`}>
      <Icon name={statusIcons[status]} />
      <Say k={`application:status.${status}.name`} />
    </span>
  )
}
