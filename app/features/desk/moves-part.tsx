import type { LifeStep } from '#app/domain/application.ts'
import type { EventText } from '#app/domain/event-text.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { StaffRole } from '#app/domain/staff.ts'
import type { Source } from '#app/domain/verdict.ts'
import { formatDay } from '#app/i18n/format.ts'
import { plainText, type Values } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Ground, StaffText } from '#app/ui/stored-text.tsx'
import { StaffName } from './text-parts.tsx'

type May = Readonly<
  Record<
    | 'accept'
    | 'startReview'
    | 'ask'
    | 'approve'
    | 'propose'
    | 'judge'
    | 'confirm'
    | 'giveBack'
    | 'takeOn'
    | 'putBack'
    | 'answerRating'
    | 'contact',
    boolean
  >
>

/** What can be done with a case now, and by whom. */
export type MovesProps = {
  mode: Mode
  id: string
  seen: string
  may: May
  workers: readonly { id: string; name: string; role: StaffRole }[] | null
  proposal: { condition: InEvery<string> | null; sources: readonly Source[]; reason: EventText; by: string | null; own: boolean } | null
  /** Every decision that was taken, the last one first. */
  letters: readonly { decision: string; day: string | null }[]
  /** What can be done on an occasion from outside. */
  steps: readonly LifeStep[]
  /** Do texts wait above for whoever looks to read them? */
  toRead: boolean
  errors: readonly FieldError[]
}

/** One button for each possible action; one that needs a text leads to a page of its own. */
export function Moves(props: MovesProps): JSX.Element {
  const { mode, id, may, letters, steps, workers, toRead } = props
  const nothing = !toRead && letters.length === 0 && !Object.entries(may).some(([name, is]) => is && name !== 'judge' && name !== 'contact')
  return (
    <section className="card moves" id="moves" aria-labelledby="moves-title">
      <Say as="h2" id="moves-title" k="desk:case.moves" />
      <Proposal {...props} />
      {nothing && <Say as="p" className="quiet" k="desk:case.no-moves" />}
      {may.takeOn && <Do {...props} what="take-on" k="desk:queue.assign-me" hotkey="assign" second />}
      {may.accept && <Do {...props} what="accept" k="desk:do.accept" />}
      {may.startReview && <Do {...props} what="start-review" k="desk:do.start-review" />}
      {may.approve && <Go href={paths.deciding(mode, id, 'approve')} k="desk:do.approve" />}
      {may.ask && <Go href={paths.deciding(mode, id, 'corrections')} k="desk:do.ask-correction" second />}
      {may.propose && <Go href={paths.deciding(mode, id, 'decline')} k="desk:do.propose-decline" second />}
      {may.confirm && <Do {...props} what="decline" k="desk:do.decline" />}
      {may.giveBack && <Go href={paths.deciding(mode, id, 'return')} k="desk:do.return-proposal" second />}
      {may.answerRating && <Go href={paths.rating(mode, id)} k="ratings:one" />}
      {letters.map(({ decision, day }) => (
        <Go
          key={decision}
          href={paths.letter(mode, id, letters.length > 1 ? decision : undefined)}
          k={letters.length > 1 && day ? 'desk:case.letter-of' : 'desk:case.letter'}
          values={(language) => ({ day: day ? formatDay(language, day) : '' })}
        />
      ))}
      <LifeSteps mode={mode} id={id} steps={steps} />
      {may.putBack && <Do {...props} what="put-back" k="desk:case.reassign-nobody" second />}
      {workers && <Reassign {...props} workers={workers} />}
    </section>
  )
}

/** Beyond so many they are folded away: what is done every day stands above them. */
const stepsShown = 3

/** What can be done on an occasion from outside. */
function LifeSteps({ mode, id, steps }: Pick<MovesProps, 'mode' | 'id' | 'steps'>): JSX.Element {
  const links = steps.map((step) => <Go key={step} href={paths.deciding(mode, id, step)} k={`steps:${step}.title`} second />)
  if (steps.length <= stepsShown) return <>{links}</>
  return (
    <details>
      <summary>
        <Say k="desk:case.more-moves" values={{ count: steps.length }} />
      </summary>
      {links}
    </details>
  )
}

function Proposal({ proposal }: MovesProps): JSX.Element | null {
  if (!proposal) return null
  return (
    <div className="notice">
      <p>
        <strong>
          <Say k="desk:case.proposal" />
        </strong>{' '}
        <StaffName name={proposal.by} />
      </p>
      {proposal.condition && <Ground says={proposal.condition} sources={proposal.sources} />}
      <StaffText {...proposal.reason} />
      {proposal.own && <Say as="p" k="desk:case.own-proposal" />}
    </div>
  )
}

type DoProps = MovesProps & { what: string; k: string; second?: boolean; hotkey?: string }

function Do({ mode, id, seen, what, k, second, hotkey }: DoProps): JSX.Element {
  return (
    <DeskForm action={paths.deskCase(mode, id)}>
      <input type="hidden" name="seen" value={seen} />
      <button type="submit" className={second ? 'button second' : 'button'} name="do" value={what} data-key={hotkey}>
        <Say k={k} />
      </button>
    </DeskForm>
  )
}

function Go({ href, k, values, second }: { href: string; k: string; values?: Values; second?: boolean }): JSX.Element {
  return (
    <p>
      <a className={second ? 'button second' : 'button'} href={href}>
        <Say k={k} {...(values ? { values } : {})} />
      </a>
    </p>
  )
}

function Reassign({ mode, id, seen, workers, errors }: MovesProps & { workers: NonNullable<MovesProps['workers']> }): JSX.Element {
  const error = errors.find(({ field }) => field === 'to')
  return (
    <DeskForm action={paths.deskCase(mode, id)}>
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
