import { type EventText, longestText } from '#app/domain/event-text.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { FreeText } from '#app/ui/stored-text.tsx'
import { Moment, StaffName } from './text-parts.tsx'

/** Notes of staff, and messages sent to the resident. */
export type NotesProps = {
  mode: Mode
  at: string
  id: string
  seen: string
  notes: readonly { text: EventText; at: string; by: string | null }[]
  messages: readonly string[]
  /** A note being written. */
  note?: string
  errors: readonly FieldError[]
}

/** Private notes, apart from the messages to the resident. */
export function Notes({ at, seen, notes, messages, note = '', errors }: NotesProps): JSX.Element {
  const error = errors.find(({ field }) => field === 'note')
  return (
    <>
      <section className="card" aria-labelledby="notes">
        <Say as="h2" id="notes" k="desk:case.notes" />
        <Say as="p" className="quiet" k="desk:case.notes-help" />
        {notes.map(({ text, at, by }) => (
          <div key={at} className="private-note">
            <p>
              <StaffName name={by} /> <Moment at={at} />
            </p>
            <p className="free-text">
              <FreeText text={text.text} language={text.language} />
            </p>
          </div>
        ))}
        <DeskForm id="note-form" action={at} noValidate>
          <input type="hidden" name="seen" value={seen} />
          <label className="field" htmlFor="note">
            <Say k="desk:case.note" />
            <textarea
              id="note"
              name="note"
              rows={3}
              maxLength={longestText * 2}
              defaultValue={note}
              aria-describedby={error ? 'note-error' : undefined}
              aria-invalid={error ? true : undefined}
            />
          </label>
          <FieldMessage id="note-error" error={error} />
          <button type="submit" className="button second small" name="do" value="note">
            <Say k="desk:case.note-button" />
          </button>
        </DeskForm>
      </section>
      {messages.length > 0 && (
        <section className="card" aria-labelledby="messages">
          <Say as="h2" id="messages" k="desk:case.messages" />
          <ul className="plain-list">
            {messages.map((state, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: messages of one state are alike
              <li key={index}>
                <Say k={`application:sms.${state}`} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
