import { typedIn } from '#app/access/account-input.ts'
import { notFound, page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { worksOn } from '#app/cases/assignees.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { putBack } from '#app/domain/put-back.ts'
import type { Staff } from '#app/domain/staff.ts'
import { isAssigner } from '#app/domain/transition.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { StoredApplication } from '#db/applications.server.ts'
import { caseWithin, staffByIds } from '#db/cases.server.ts'
import { queueRows } from './queue-rows.server.ts'
import type { QueueRow } from './queue-table.tsx'
import { takersOf } from './takers.server.ts'

/** At the most as many as stand on one page of the queue. */
const most = 50

/** Why a case was left as it is: something happened to it since the list was shown, or whom it was to be given to cannot work on it. */
type Left = 'changed' | 'elsewhere'

/** The queue after several cases were to be assigned: what was ticked and chosen, and which were left as they are. */
export type ManyAgain = {
  readonly ticked: readonly string[]
  readonly to: string
  readonly errors: readonly FieldError[]
  readonly left?: {
    readonly done: number
    readonly cases: readonly { readonly row: QueueRow; readonly why: Left }[]
    readonly unseen: number
  }
}

const typed = (form: FormValues) => ({ ticked: form.getAll('case').map(String).slice(0, most), to: typedIn(form, 'to') })

/** The queue in another language, with what is ticked and chosen. */
export function switchedQueue(context: RequestContext, form: FormValues) {
  switchMode(form, context)
  return page<ManyAgain>({ ...typed(form), errors: [] })
}

/** The address of a queue without what became of the cases before. */
export const withoutGiven = (at: string): string => withGiven(at, null)

function withGiven(at: string, count: number | null): string {
  const [path = '', query] = at.split('?')
  const asked = new URLSearchParams(query)
  asked.delete('given')
  if (count !== null) asked.set('given', String(count))
  return asked.size > 0 ? `${path}?${asked}` : path
}

/** Gives the ticked cases to somebody, or puts them back, each as it was shown; says which were left, since they are otherwise by now. */
export async function assignMany(context: RequestContext, form: FormValues, staff: Staff, place: string) {
  if (!isAssigner(staff.role)) throw notFound()
  const { ticked, to } = typed(form)
  const again = (error: string, field: string) =>
    refused<ManyAgain>({ ticked, to, errors: [{ key: `colleagues:errors.${error}`, field }] }, 'invalid')
  if (ticked.length === 0) return again('none-ticked', 'assign-many')
  const [taker] = to === '' || to === putBack ? [] : await staffByIds([to])
  const isTaker = (await takersOf(staff, [])).some(({ id }) => id === to)
  if (to === '') return again('not-chosen-many', 'give-to')
  if (to !== putBack && !(taker && isTaker)) return again('gone', 'give-to')
  const event = { type: 'assign' as const, actor: eventActor(staff.role, staff.id), at: context.now.toISOString(), to: taker?.id ?? null }
  /** What becomes of one; null: it is assigned as asked. */
  const assign = async (shown: string): Promise<{ one?: StoredApplication; why: Left } | null> => {
    const [id = '', status, assignee = ''] = shown.split(' ')
    for (;;) {
      const one = await caseWithin(place, id)
      if (!one) return { why: 'changed' }
      if (one.assignee === event.to) return null
      if (one.status !== status || (one.assignee ?? '') !== assignee) return { one, why: 'changed' }
      if (taker && !worksOn(taker, one.county ?? '', one.service)) return { one, why: 'elsewhere' }
      const result = await changeCase({ application: one }, event)
      if (result !== 'stale') return result === 'done' ? null : { one, why: 'changed' }
    }
  }
  const left = (await Promise.all(ticked.map(assign))).filter((one) => one !== null)
  const done = ticked.length - left.length
  if (left.length === 0) return redirectTo(withGiven(context.at, done))
  const cases = await Promise.all(left.flatMap(({ one, why }) => (one ? [rowOf(one, context.now).then((row) => ({ row, why }))] : [])))
  return refused<ManyAgain>({ ticked: [], to, errors: [], left: { done, cases, unseen: left.length - cases.length } }, 'conflict')
}

async function rowOf(one: StoredApplication, now: Date): Promise<QueueRow> {
  const shown = { ...one, county: one.county ?? '', submittedAt: one.submittedAt?.toISOString() ?? '', damaged: false }
  const [row] = await queueRows([shown], now)
  if (!row) throw new Error('A case has a row')
  return row
}
