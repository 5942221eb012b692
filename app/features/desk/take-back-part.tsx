import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { JustApproved } from './just-approved.server.ts'

/** What was approved just now: nobody was told yet, and for so many seconds it can be taken back. A script counts them. */
export function TakeBack({ mode, done }: { mode: Mode; done: JustApproved }): JSX.Element {
  const { id, seen, code, title, left, now, from } = done
  return (
    <section className="take-back no-print" id="take-back" data-left={left}>
      <p role="status">
        <Say k="desk:take-back.approved" values={{ code }} /> <BilingualText text={title} />{' '}
        <span className="quiet">
          <Say k="desk:take-back.seconds" values={{ seconds: left }} />
        </span>
      </p>
      <DeskForm action={paths.deskCase(mode, id, undefined, { from: from ?? undefined })}>
        <input type="hidden" name="seen" value={seen} />
        {now !== null && now !== id && <input type="hidden" name="next" value={now} />}
        <button type="submit" className="button second small" name="do" value="take-back" data-key="take-back">
          <Say k="desk:take-back.button" />
        </button>
      </DeskForm>
      <progress className="take-back-bar" max={left} value={left} aria-hidden="true" />
    </section>
  )
}
