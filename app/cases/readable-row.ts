import { type Status, statuses } from '#app/domain/application.ts'
import { isMoment } from '#app/domain/day.ts'

type Columns = { readonly status: Status } & Readonly<
  Record<'submittedAt' | 'changedAt' | 'dueOn' | 'answeredAt' | 'decidedAt', string | Date | null>
>

/** Can the plain columns of an application be relied on: a status there is, and dates that are some? */
export function isReadableRow({ status, ...dates }: Columns): boolean {
  const { submittedAt, changedAt, dueOn, answeredAt, decidedAt } = dates
  return statuses.includes(status) && [submittedAt, changedAt, dueOn, answeredAt, decidedAt].every((at) => at === null || isMoment(at))
}
