import type { InEvery } from '#app/domain/language.ts'
import { type DecidedTruth, decidedTruths, type Truth } from '#app/domain/truth.ts'
import type { CitedSource } from '#app/domain/verdict.ts'
import { languagesOf, type Mode } from '#app/i18n/mode.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { ConditionGround } from './trace-ground.server.ts'

/** A condition with its result, and the hall's decision where it is a local one. */
export type TracedCondition = {
  condition: string
  /** What it asks. */
  says: InEvery<string>
  truth: Truth
  sources: readonly CitedSource[]
  local: boolean
  judged: DecidedTruth | null
  /** What bears on it, where the whole case is shown. */
  ground?: ConditionGround
}

/** The conditions of a case, and whether the reader may decide on local ones. */
export type TraceProps = {
  mode: Mode
  at: string
  id: string
  seen: string
  trace: readonly TracedCondition[]
  may: { judge: boolean }
}

/** The conditions one by one: met, not met, unknown, with their sources; local ones with the choice of the reviewer. */
export function Trace(props: TraceProps): JSX.Element {
  return (
    <section className="card" aria-labelledby="trace">
      <Say as="h2" id="trace" k="desk:case.trace" />
      <Say as="p" className="quiet" k="desk:case.trace-help" />
      <ul className="conditions">
        {props.trace.map((one) => (
          <li
            key={one.condition}
            id={`condition-${one.condition}`}
            data-item
            data-open={one.local && one.judged === null && props.may.judge ? '' : undefined}
            tabIndex={-1}
          >
            <p>
              {one.ground?.cleared ? <Cleared /> : <Truthful truth={one.judged ?? one.truth} />} <BilingualText text={one.says} />
            </p>
            {one.ground && <Ground ground={one.ground} />}
            <Citations sources={one.sources} />
            {one.local && <Judging {...props} one={one} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

const icons: Record<Truth, IconName> = { yes: 'circle-check', no: 'circle-minus', unknown: 'circle-help' }

function Truthful({ truth }: { truth: Truth }): JSX.Element {
  return (
    <span className={`truth truth-${truth}`}>
      <Icon name={icons[truth]} />
      <Say k={`desk:case.truth.${truth}`} />
    </span>
  )
}

/** An original that was seen proves it. */
function Cleared(): JSX.Element {
  return (
    <span className="truth truth-yes">
      <Icon name="circle-check" />
      <Say k="desk:case.cleared" />
    </span>
  )
}

/** What the form said of it, and which originals were seen. */
function Ground({ ground: { rows, seen } }: { ground: ConditionGround }): JSX.Element | null {
  if (rows.length === 0 && seen.length === 0) return null
  return (
    <ul className="inline-list condition-ground">
      {rows.map(({ label, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was handed in never changes
        <li key={index}>
          <span className="quiet">
            <BilingualText text={label} />
          </span>{' '}
          <BilingualText text={value} />
        </li>
      ))}
      {seen.map((label, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: papers in the order of the form
        <li key={`seen-${index}`}>
          <Say className="quiet" k="desk:originals.see" /> <BilingualText text={label} />
        </li>
      ))}
    </ul>
  )
}

function Judging({ mode, at, seen, may, one }: TraceProps & { one: TracedCondition }): JSX.Element {
  const plain = usePlain()
  const what = languagesOf(mode)
    .map((language) => one.says[language])
    .join(' ')
  return (
    <div className="judging">
      <p>
        <Say className="quiet" k="desk:case.local" /> <Say className="judged" k={`desk:case.judge.${one.judged ?? 'none'}`} />
      </p>
      {may.judge && (
        <DeskForm action={at} className="inline-form" data-in-place>
          <input type="hidden" name="do" value="judge" />
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="condition" value={one.condition} />
          {decidedTruths.map((truth) => (
            <button
              key={truth}
              type="submit"
              className="button second small"
              name="truth"
              value={truth}
              data-judge={truth}
              aria-label={`${plain(`desk:case.judge-${truth}`)} ${what}`}
              aria-pressed={one.judged === truth}
            >
              <Say k={`desk:case.judge-${truth}`} />
            </button>
          ))}
        </DeskForm>
      )}
    </div>
  )
}
