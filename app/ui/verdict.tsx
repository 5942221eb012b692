import type { Truth } from '#app/domain/truth.ts'
import type { Verdict } from '#app/domain/verdict.ts'
import { Say } from './bilingual-text.tsx'
import { Icon, type IconName } from './icon.tsx'

const verdictIcons: Record<Verdict, IconName> = {
  eligible: 'circle-check',
  possible: 'circle-help',
  'not-yet': 'hourglass',
  already: 'check',
  'not-applicable': 'circle-minus',
}

/** A verdict as icon and text; colour is never the only sign. */
export function VerdictBadge({ verdict }: { verdict: Verdict }): JSX.Element {
  return (
    <span className={`verdict verdict-${verdict}`}>
      <Icon name={verdictIcons[verdict]} />
      <Say k={`verdicts:${verdict}.name`} />
    </span>
  )
}

const truthIcons: Record<Truth, IconName> = { yes: 'circle-check', no: 'hourglass', unknown: 'circle-help' }

/** The mark beside a condition. */
export function TruthMark({ truth }: { truth: Truth }): JSX.Element {
  return (
    <span className={`truth truth-${truth}`}>
      <Icon name={truthIcons[truth]} />
      <Say k={`verdicts:truth.${truth}`} />
    </span>
  )
}
