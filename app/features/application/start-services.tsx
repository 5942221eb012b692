import type { ReactNode } from 'react'
import type { Verdict } from '#app/domain/verdict.ts'
import { serviceName } from '#app/i18n/stored-names.ts'
import { serviceById } from '#app/services/index.ts'
import { topics } from '#app/services/topics.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Option } from '#app/ui/option.tsx'
import { Person } from '#app/ui/person.tsx'
import { VerdictBadge } from '#app/ui/verdict.tsx'
import { areAlternatives, isChoice, rowsAmong, type ServiceChoice } from './choices.ts'

type Props = {
  picks: readonly ServiceChoice[]
  picked: readonly string[]
  /** What was chosen on the page one comes from, each by itself: it stands first. */
  meant: readonly string[]
  error: FieldError | undefined
}

/** A part of the choices under one heading; those less likely are folded until something in them is ticked. */
type Group = { readonly k: string; readonly picks: readonly ServiceChoice[]; readonly folded: boolean; readonly verdict?: Verdict }

/** The choices of which some are meant: these first, with what can be had instead only, and everything else folded. */
function groupsAbout(picks: readonly ServiceChoice[], meant: readonly string[]): Group[] {
  const chosen = picks.filter(({ pick }) => meant.includes(pick))
  if (chosen.length === 0) return groupsOf(picks)
  const first = picks.filter((one) => chosen.some((other) => other === one || areAlternatives(one, other)))
  const others = groupsOf(picks.filter((one) => !first.includes(one)))
  return [{ k: 'apply:start.meant', picks: first, folded: false }, ...others.map((group) => ({ ...group, folded: true }))]
}

/** The choices: after a self-check what one can apply for now, what is to be asked about, what lacks something; without one by topic, the first in sight. */
function groupsOf(picks: readonly ServiceChoice[]): Group[] {
  if (picks.some(({ verdict }) => verdict !== null)) {
    // What stands together stands where the best of it does: they come best first.
    const best = (one: ServiceChoice) => (picks.find((other) => areAlternatives(one, other)) ?? one).verdict
    const isLater = (one: ServiceChoice) => best(one) !== 'eligible' && best(one) !== 'possible'
    return [
      { k: 'apply:start.now', picks: picks.filter((one) => best(one) === 'eligible'), folded: false, verdict: 'eligible' },
      { k: 'verdicts:possible.group', picks: picks.filter((one) => best(one) === 'possible'), folded: false },
      { k: 'apply:start.later', picks: picks.filter(isLater), folded: true },
    ]
  }
  const topicOf = ({ service }: ServiceChoice) => serviceById(service)?.topics[0]
  return topics.map(({ id }, index) => ({ k: `topics:${id}.name`, picks: picks.filter((one) => topicOf(one) === id), folded: index > 0 }))
}

/** The services to choose from, in groups. */
export function StartServices({ picks, picked, meant, error }: Props): JSX.Element {
  const first = picks[0]?.pick
  return (
    <fieldset className="form-field" aria-describedby={error ? 'pick-error' : undefined}>
      <legend>
        <Say k="apply:start.choose" />
      </legend>
      <Say as="p" className="help" k="apply:start.lead" />
      <FieldMessage id="pick-error" error={error} />
      {groupsAbout(picks, meant).map(({ k, picks: some, folded, verdict }) => (
        <Folded key={k} k={k} count={countOf(some, verdict)} open={!folded || some.some(({ pick }) => picked.includes(pick))}>
          {alternativesIn(some).map((alternatives) => (
            <Alternatives key={alternatives[0]?.pick} picks={alternatives}>
              {alternatives.map((one) => (
                <Pick
                  key={one.pick}
                  {...one}
                  inputId={one.pick === first ? 'pick' : `pick-${one.pick}`}
                  checked={picked.includes(one.pick)}
                />
              ))}
            </Alternatives>
          ))}
        </Folded>
      ))}
    </fieldset>
  )
}

/** What a heading counts: what can be applied for now as the result does. */
const countOf = (picks: readonly ServiceChoice[], verdict: Verdict | undefined): number =>
  rowsAmong(picks.filter((one) => verdict === undefined || one.verdict === verdict))

/** The choices of a part, those that stand together once, where the first of them stands. */
function alternativesIn(picks: readonly ServiceChoice[]): ServiceChoice[][] {
  return picks.flatMap((one, index) => {
    const alternatives = picks.filter((other) => other === one || areAlternatives(one, other))
    return picks.indexOf(alternatives[0] ?? one) === index ? [alternatives] : []
  })
}

/** Choices under the sentence that says of which only one can be had; one by itself needs none. */
function Alternatives({ picks, children }: { picks: readonly ServiceChoice[]; children: ReactNode }): JSX.Element {
  const among = picks[0]?.among
  if (!among || !isChoice(picks)) return <>{children}</>
  return (
    <fieldset className="only-one">
      <legend>
        <Say k={`result:choose.${among.choice}`} />
      </legend>
      {children}
    </fieldset>
  )
}

/** Options under a heading that opens and closes them; nothing where there are none. */
export function Folded({ k, count, open, children }: { k: string; count: number; open: boolean; children: ReactNode }): JSX.Element | null {
  if (count === 0) return null
  return (
    <details open={open}>
      <summary>
        <Say k={k} /> <span className="quiet">({count})</span>
      </summary>
      <div className="options">{children}</div>
    </details>
  )
}

function Pick({ pick, service, name, verdict, inputId, checked }: ServiceChoice & { inputId: string; checked: boolean }): JSX.Element {
  return (
    <Option inputId={inputId} type="checkbox" name="pick" value={pick} checked={checked}>
      <span className="option-text pick">
        <Person name={name} />
        <Say {...serviceName(service)} />
        {verdict !== null && <VerdictBadge verdict={verdict} />}
        {verdict === 'not-yet' && <Say className="option-help" k="apply:start.not-yet" />}
      </span>
    </Option>
  )
}
