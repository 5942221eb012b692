import type { LifeStep } from '#app/domain/application.ts'
import type { EventText } from '#app/domain/event-text.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Source } from '#app/domain/verdict.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Values } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { Ground, StaffText } from '#app/ui/stored-text.tsx'
import { Reassign, TakeOver, type Worker } from './assignee-parts.tsx'
import { type LetterShown, letterKey } from './letters-in.ts'
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
    | 'takeOver'
    | 'putBack'
    | 'answerRating'
    | 'answer'
    | 'contact',
    boolean
  >
>

/** What can be done with a case now, and by whom. */
export type MovesProps = {
  mode: Mode
  at: string
  id: string
  seen: string
  may: May
  workers: readonly Worker[] | null
  /** Who works on the case. */
  assignee: { id: string; name: string | null } | null
  /** The filters of the queue one comes from. */
  from: string | null
  proposal: { condition: InEvery<string> | null; sources: readonly Source[]; reason: EventText; by: string | null; own: boolean } | null
  /** Every decision that was taken, the last one first. */
  letters: readonly LetterShown[]
  /** What can be done on an occasion from outside. */
  steps: readonly LifeStep[]
  /** Do texts wait above for whoever looks to read them? */
  toRead: boolean
  errors: readonly FieldError[]
}

/** One button for each possible action; one that needs a text leads to a page of its own. */
export function Moves(props: MovesProps): JSX.Element {
  const { mode, id, may, letters, steps, workers, toRead, assignee } = props
  const deciding = (step: Parameters<typeof paths.deciding>[2]) => paths.deciding(mode, id, step, { from: props.from ?? undefined })
  const nothing =
    !toRead &&
    letters.length === 0 &&
    !Object.entries(may).some(([name, is]) => is && name !== 'judge' && name !== 'contact' && name !== 'answer')
  return (
    <section className="card moves" id="moves" aria-labelledby="moves-title">
      <Say as="h2" id="moves-title" k="desk:case.moves" />
      <Proposal {...props} />
      {nothing && <Say as="p" className="quiet" k="desk:case.no-moves" />}
      {may.takeOver && assignee && <TakeOver {...props} assignee={assignee} />}
      {may.takeOn && <Do {...props} what="take-on" k="desk:queue.assign-me" hotkey="assign" second />}
      {may.accept && <Do {...props} what="accept" k="desk:do.accept" hotkey="step" />}
      {may.startReview && <Do {...props} what="start-review" k="desk:do.start-review" hotkey="step" />}
      {may.approve && <Go href={deciding('approve')} k="desk:do.approve" second />}
      {may.ask && <Go href={deciding('corrections')} k="desk:do.ask-correction" hotkey="correct" second />}
      {may.propose && <Go href={deciding('decline')} k="desk:do.propose-decline" second />}
      {may.confirm && <Do {...props} what="decline" k="desk:do.decline" />}
      {may.giveBack && <Go href={deciding('return')} k="desk:do.return-proposal" second />}
      {may.answerRating && <Go href={paths.rating(mode, id)} k="ratings:one" />}
      {letters.map((letter) => (
        <Go
          key={letter.decision}
          href={paths.letter(mode, id, letters.length > 1 ? letter.decision : undefined)}
          k={letterKey(letter, letters.length === 1)}
          values={(language) => ({ day: letter.day ? formatDay(language, letter.day) : '', nth: letter.nth ?? 1 })}
        />
      ))}
      <LifeSteps steps={steps} at={deciding} />
      {may.putBack && <Do {...props} what="put-back" k="desk:case.reassign-nobody" second />}
      {workers && <Reassign {...props} workers={workers} />}
    </section>
  )
}

/** Beyond so many they are folded away: what is done every day stands above them. */
const stepsShown = 3

/** What can be done on an occasion from outside. */
function LifeSteps({ steps, at }: Pick<MovesProps, 'steps'> & { at(step: LifeStep): string }): JSX.Element {
  const links = steps.map((step) => <Go key={step} href={at(step)} k={`steps:${step}.title`} second />)
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

function Do({ at, seen, what, k, second, hotkey }: DoProps): JSX.Element {
  return (
    <DeskForm action={at} data-in-place>
      <input type="hidden" name="seen" value={seen} />
      <button type="submit" className={second ? 'button second' : 'button'} name="do" value={what} data-key={hotkey}>
        <Say k={k} />
      </button>
    </DeskForm>
  )
}

type GoProps = { href: string; k: string; values?: Values; second?: boolean; hotkey?: string }

function Go({ href, k, values, second, hotkey }: GoProps): JSX.Element {
  return (
    <p>
      <a className={second ? 'button second' : 'button'} href={href} data-key={hotkey}>
        <Say k={k} {...(values ? { values } : {})} />
      </a>
    </p>
  )
}
