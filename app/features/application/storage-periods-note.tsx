import { Say } from '#app/ui/bilingual-text.tsx'
import type { StoragePeriods } from './storage-periods.ts'

/** How long what is in a folder is stored: drafts, where there are some; what was handed in, where something was. */
export function StoragePeriodsNote({ periods: { drafts, handedIn } }: { periods: StoragePeriods }): JSX.Element {
  return (
    <>
      {drafts && <Say as="p" className="quiet" k="apply:stored-days" values={drafts} />}
      {handedIn && <Say as="p" className="quiet" k="application:stored-by-hall" values={handedIn} />}
    </>
  )
}
