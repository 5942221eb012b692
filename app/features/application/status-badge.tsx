import type { Status } from '#app/domain/application.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Say } from '#app/ui/say.tsx'

/** One application in a list: its number within the folder, what it is for, for whom, where it stands. */
export type Short = { number: number; service: string; status: Status; name: string | null; changed: string }

const statusIcons: Record<Status, IconName> = {
  draft: 'pencil',
  submitted: 'check',
  accepted: 'landmark',
  'correction-asked': 'pencil',
  resubmitted: 'check',
  'in-review': 'search',
  approved: 'circle-check',
  declined: 'circle-minus',
  withdrawn: 'circle-off',
  expired: 'clock',
}

/** A status as picture and words. */
export function StatusBadge({ status }: { status: Status }): JSX.Element {
  return (
    <span className={`status status-${status}`}>
      <Icon name={statusIcons[status]} />
      <Say k={`application:status.${status}.name`} />
    </span>
  )
}
