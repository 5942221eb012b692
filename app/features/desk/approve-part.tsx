import type { Mode } from '#app/i18n/mode.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { PhraseSelect } from './free-text-field.tsx'

/** What the form shows by which a case is approved where it stands. */
export type ApproveProps = {
  mode: Mode
  at: string
  seen: string
  /** The case to go on with, where one was taken on before. */
  next: string | null
  approval: { needsWhy: boolean; phrase: string; missing: boolean }
  /** The standard sentence that was chosen, where the page comes back. */
  phrase?: string
  errors: readonly FieldError[]
}

/** Approves with a standard sentence and goes on to the next case. A reason in one's own words has a page of its own. */
export function Approve({ at, seen, next, approval, phrase, errors }: ApproveProps): JSX.Element {
  const error = errors.find(({ field }) => field === 'approval')
  return (
    <DeskForm id="approve-here" className="card" action={at} noValidate>
      <input type="hidden" name="seen" value={seen} />
      {next && <input type="hidden" name="next" value={next} />}
      {approval.missing && <Say as="p" className="reason" k="desk:error.originals" />}
      {approval.needsWhy && <Say as="p" className="quiet" k="desk:approve.why-needed" />}
      <label className="field" htmlFor="approval">
        <Say k="desk:free-text.phrase" />
        <PhraseSelect id="approval" name="phrase" kind="approve" chosen={phrase ?? approval.phrase} />
      </label>
      <FieldMessage id="approval-error" error={error} />
      <button type="submit" className="button" name="do" value="approve-next" data-key="approve">
        <Say k="desk:approve-next.button" />
      </button>
    </DeskForm>
  )
}
