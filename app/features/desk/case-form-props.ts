import type { InEvery } from '#app/domain/language.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import type { SinceOpened } from './since-opened.server.ts'

/** What every page shows on which a step of a case is taken. */
export type CaseFormProps = {
  readonly mode: Mode
  readonly at: string
  readonly staff: Staff
  readonly id: string
  readonly service: string
  readonly title: InEvery<string>
  readonly seen: string
  /** What happened to the case since the form was opened. */
  readonly since?: SinceOpened
  /** Why it cannot be done now: the key of a sentence; null where it can. */
  readonly whyNot: string | null
}
