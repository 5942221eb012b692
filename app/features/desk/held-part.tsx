import { languageOfText } from '#app/cases/free-text.ts'
import type { EventText } from '#app/domain/event-text.ts'
import type { WordedStep } from '#app/domain/worded-step.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { cite, plan } from '#app/services/instruments.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { FreeText, StaffText } from '#app/ui/stored-text.tsx'
import type { Line } from './history.server.ts'
import { LineDetails, LineText, LineWho } from './history-part.tsx'
import { Moment, StaffName } from './text-parts.tsx'

/** Nobody who settles may be asked to give up land. */
export const notACondition = [plan('十三'), cite('land-contract-law', '27')]

type Step = WordedStep['type']

/** Texts that wait for a second reader, and texts one returned. */
export type HeldProps = {
  mode: Mode
  at: string
  id: string
  service: string
  seen: string
  held: {
    step: Step
    caught: string | null
    line: Line | null
    own: boolean
    reword: boolean
    release: boolean
    giveBack: boolean
    /** Is the day over by which it asked for corrections? */
    late: boolean
    /** What its writer wrote before, and wrote otherwise since. */
    replaced: readonly { step: Step | null; caught: string | null; line: Line }[]
  } | null
  returned: { step: Step; caught: string; line: Line | null; reword: boolean; reason: EventText; by: string | null } | null
}

/** The page on which a step takes its text. */
function rewordPath(mode: Mode, id: string, step: Step): string {
  switch (step) {
    case 'ask-correction':
      return paths.deciding(mode, id, 'corrections')
    case 'approve':
      return paths.deciding(mode, id, 'approve')
    case 'propose-decline':
      return paths.deciding(mode, id, 'decline')
    case 'answer-rating':
      return paths.rating(mode, id)
    default:
      return paths.deciding(mode, id, step)
  }
}

/** Texts that wait: which sentence holds them and why, what was to be said, and what whoever reads this can do. */
export function Held(props: HeldProps): JSX.Element {
  const { mode, id, held, returned } = props
  return (
    <>
      {returned && (
        <section className="notice" id="returned" aria-labelledby="returned-title">
          <Say as="h2" id="returned-title" k="held:returned" />
          <p>
            <Say className="quiet" k="held:internal.by" /> <StaffName name={returned.by} />
          </p>
          <StaffText {...returned.reason} />
          <Say as="p" k="held:returned-text" />
          {returned.line && (
            <>
              <StepMeant step={returned.step} line={returned.line} />
              <LineText line={returned.line} />
            </>
          )}
          {returned.reword && <Reword href={rewordPath(mode, id, returned.step)} />}
        </section>
      )}
      {held && (
        <section className="notice" id="held" aria-labelledby="held-title">
          <Say as="h2" id="held-title" k="held:title" />
          {held.line && (
            <p>
              <LineWho line={held.line} />
            </p>
          )}
          <StepMeant step={held.step} />
          <Say as="p" k="held:why" />
          <Caught caught={held.caught} />
          <Citations sources={notACondition} />
          <Say as="p" k={heldSays(held)} />
          {held.line && <LineText line={held.line} />}
          {held.own && held.reword && <Reword href={rewordPath(mode, id, held.step)} />}
          {held.own && <Act {...props} what="retract-words" k="held:retract" second />}
          {held.release && <Act {...props} what="release-words" k="held:release" />}
          {held.giveBack && (
            <p>
              <a className="button second" href={paths.deciding(mode, id, 'return-text')}>
                <Say k="held:return" />
              </a>
            </p>
          )}
          {held.replaced.length > 0 && <Replaced replaced={held.replaced} />}
        </section>
      )}
    </>
  )
}

/** What whoever looks can do about texts that wait. */
function heldSays({ own, reword, giveBack, late }: NonNullable<HeldProps['held']>): string {
  if (own && reword) return 'held:own'
  if (!giveBack) return 'held:others'
  return late ? 'held:until-over' : 'held:read'
}

/** What was held before, and is nobody's to answer any more: whoever wrote it wrote otherwise. */
function Replaced({ replaced }: Pick<NonNullable<HeldProps['held']>, 'replaced'>): JSX.Element {
  return (
    <div id="replaced">
      <Say as="h3" k="held:replaced" />
      <Say as="p" k="held:replaced-help" />
      <ul className="plain-list">
        {replaced.map(({ step, caught, line }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows
          <li key={index}>
            <p>
              {line.at !== null && <Moment at={line.at} />} <LineWho line={line} />
            </p>
            {step && <StepMeant step={step} line={line} />}
            <Caught caught={caught} />
            <LineText line={line} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What was to be done with the texts, on a line of its own: it stands beside no name. */
function StepMeant({ step, line }: { step: Step; line?: Line }): JSX.Element {
  return (
    <p>
      <Say className="quiet" k="held:head.step" /> <Say k={`desk:do.${step}`} /> {line && <LineDetails line={line} />}
    </p>
  )
}

/** The sentence for which texts wait; null where it cannot be read. */
function Caught({ caught }: { caught: string | null }): JSX.Element {
  return (
    <p className="free-text">
      {caught === null ? <Say className="reason" k="errors:unreadable" /> : <FreeText text={caught} language={languageOfText(caught)} />}
    </p>
  )
}

/** The way to where texts are written otherwise. */
export function Reword({ href }: { href: string }): JSX.Element {
  return (
    <p>
      <a className="button" href={href}>
        <Say k="held:reword" />
      </a>
    </p>
  )
}

function Act({ at, seen, what, k, second }: HeldProps & { what: string; k: string; second?: boolean }): JSX.Element {
  return (
    <DeskForm action={at}>
      <input type="hidden" name="seen" value={seen} />
      <button type="submit" className={second ? 'button second' : 'button'} name="do" value={what}>
        <Say k={k} />
      </button>
    </DeskForm>
  )
}
