import type { ReactNode } from 'react'
import { serviceName } from '#app/i18n/stored-names.ts'
import { serviceById } from '#app/services/index.ts'
import { topics } from '#app/services/topics.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Option } from '#app/ui/option.tsx'
import { Person } from '#app/ui/person.tsx'
import { VerdictBadge } from '#app/ui/verdict.tsx'
import type { ServiceChoice } from './choices.ts'

type Props = { picks: readonly ServiceChoice[]; picked: readonly string[]; error: FieldError | undefined }

/** A part of the choices under one heading; those less likely are folded until something in them is ticked. */
type Group = { readonly k: string; readonly picks: readonly ServiceChoice[]; readonly folded: boolean }

/** The choices: after a self-check what one can apply for now, then what lacks something; without one by topic, the first in sight. */
function groupsOf(picks: readonly ServiceChoice[]): Group[] {
  if (picks.some(({ verdict }) => verdict !== null)) {
    const isLater = ({ verdict }: ServiceChoice) => verdict === 'not-yet' || verdict === 'already'
    return [
      { k: 'apply:start.now', picks: picks.filter((one) => !isLater(one)), folded: false },
      { k: 'apply:start.later', picks: picks.filter(isLater), folded: true },
    ]
  }
  const topicOf = ({ service }: ServiceChoice) => serviceById(service)?.topics[0]
  return topics.map(({ id }, index) => ({ k: `topics:${id}.name`, picks: picks.filter((one) => topicOf(one) === id), folded: index > 0 }))
}

/** The services to choose from, in groups. */
export function StartServices({ picks, picked, error }: Props): JSX.Element {
  const first = picks[0]?.pick
  return (
    <fieldset className="form-field" aria-describedby={error ? 'pick-error' : undefined}>
      <legend>
        <Say k="apply:start.choose" />
      </legend>
      <Say as="p" className="help" k="apply:start.lead" />
      <FieldMessage id="pick-error" error={error} />
      {groupsOf(picks).map(({ k, picks: some, folded }) => (
        <Folded key={k} k={k} count={some.length} open={!folded || some.some(({ pick }) => picked.includes(pick))}>
          {some.map((one) => (
            <Pick key={one.pick} {...one} inputId={one.pick === first ? 'pick' : `pick-${one.pick}`} checked={picked.includes(one.pick)} />
          ))}
        </Folded>
      ))}
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
