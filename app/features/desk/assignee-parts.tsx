import type { StaffRole } from '#app/domain/staff.ts'
import { plainText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { StaffName } from './text-parts.tsx'

/** Somebody who may work on a case. */
export type Worker = { id: string; name: string; role: StaffRole }

type Props = { mode: Mode; at: string; seen: string; errors: readonly FieldError[] }

/** Who works on the case, and the way to take it over from them: in so many words, with their name. */
export function TakeOver({
  at,
  seen,
  assignee,
}: Omit<Props, 'mode' | 'errors'> & { assignee: { id: string; name: string | null } }): JSX.Element {
  return (
    <div className="notice" id="take-over">
      <p>
        <StaffName name={assignee.name} /> <Say k="desk:take-over.works" />
      </p>
      <DeskForm action={at} data-in-place>
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="from" value={assignee.id} />
        <button type="submit" className="button second" name="do" value="take-over">
          <Say k="desk:take-over.button" values={{ name: assignee.name ?? '' }} />
        </button>
      </DeskForm>
    </div>
  )
}

/** Gives a case to somebody, or back to nobody. */
export function Reassign({ mode, at, seen, workers, errors }: Props & { workers: readonly Worker[] }): JSX.Element {
  const error = errors.find(({ field }) => field === 'to')
  return (
    <DeskForm action={at}>
      <input type="hidden" name="seen" value={seen} />
      <label className="field" htmlFor="to">
        <Say k="desk:case.reassign" />
        <select id="to" name="to" aria-describedby={error ? 'to-error' : undefined} aria-invalid={error ? true : undefined}>
          <option value="">{plainText(mode, 'desk:case.reassign-nobody')}</option>
          {workers.map((one) => (
            <option key={one.id} value={one.id}>
              {`${one.name} · ${plainText(mode, `desk:role.${one.role}`)}`}
            </option>
          ))}
        </select>
      </label>
      <FieldMessage id="to-error" error={error} />
      <button type="submit" className="button second small" name="do" value="reassign">
        <Say k="desk:case.reassign-button" />
      </button>
    </DeskForm>
  )
}
