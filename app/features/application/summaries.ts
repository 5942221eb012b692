import type { InEvery } from '#app/domain/language.ts'
import type { Status } from '#app/domain/status.ts'

/** One application in a list: its number within the folder, what it is for and is called (`title`), for whom, where it stands; `changed` is null where its row is damaged. */
export type ApplicationSummary = {
  number: number
  service: string
  title: InEvery<string>
  status: Status
  name: string | null
  changed: string | null
}

/** The same among others: `damaged` is the row of it that cannot be read. */
export type ListedApplication = ApplicationSummary & { damaged: { table: string; id: string } | null }
