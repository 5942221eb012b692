import type { ReactNode } from 'react'
import type { Both } from '#app/cases/submission.ts'
import type { EventWords } from '#app/domain/event.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { Source } from '#app/domain/verdict.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { Citations } from '#app/ui/citation.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { BothSay, Ground, StaffWords } from '#app/ui/said.tsx'
import { InModes, ModeProvider, Say, Typed } from '#app/ui/say.tsx'
import { CaseLink } from './decision-page.tsx'
import { ConditionSays, type TracedCondition } from './trace-part.tsx'

type Props = {
  mode: Mode
  at: string
  staff: Staff
  id: string
  number: number
  service: string
  code: string
  outcome: 'approved' | 'declined'
  name: string
  serviceName: Both
  submitted: string
  decided: string
  reason: EventWords | null
  condition: string | null
  sources: readonly Source[]
  trace: readonly TracedCondition[]
}

/** The letter that tells a decision, on A4; in both languages whatever the desk reads. */
export function LetterPage(props: Props): JSX.Element {
  const { mode, at, staff, id, service } = props
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['application', 'phrases', `services/${service}`]} script>
      <CaseLink mode={mode} id={id} service={service} />
      <div className="actions">
        <button type="button" className="button" data-print hidden>
          <Icon name="printer" />
          <Say k="desk:letter.print" />
        </button>
      </div>
      <ModeProvider value="zh-bo">
        <Letter {...props} />
      </ModeProvider>
    </DeskPage>
  )
}

function Letter({
  staff,
  number,
  service,
  code,
  outcome,
  name,
  serviceName,
  submitted,
  decided,
  reason,
  condition,
  sources,
  trace,
}: Props): JSX.Element {
  return (
    <article className="letter print-parallel">
      <Say as="h1" k="desk:letter.title" />
      <dl>
        <Line words="desk:letter.to">
          <Typed>{name}</Typed>
        </Line>
        <Line words="desk:letter.about">
          <BothSay words={serviceName} />
        </Line>
        <Line words="desk:letter.number">
          <span className="code">
            {code}/{number}
          </span>
        </Line>
        <Line words="desk:letter.submitted">
          <InModes>{(language) => formatDay(language, submitted)}</InModes>
        </Line>
        <Line words="desk:letter.decided">
          <InModes>{(language) => formatDay(language, decided)}</InModes>
        </Line>
        {staff.hall && (
          <Line words="desk:letter.hall">
            <BothSay words={staff.hall.name} />
          </Line>
        )}
      </dl>
      <Say as="h2" k={`application:status.${outcome}.name`} />
      {condition && <Ground service={service} condition={condition} sources={sources} />}
      {reason && (
        <>
          <Say as="h3" k="desk:letter.reason" />
          <StaffWords {...reason} />
        </>
      )}
      <Say as="p" k={outcome === 'approved' ? 'desk:letter.next' : 'desk:letter.object'} />
      <Say as="h3" k="desk:letter.conditions" />
      <ul className="conditions">
        {trace.map((one) => (
          <li key={one.condition}>
            <p>
              <ConditionSays service={service} condition={one.condition} />
            </p>
            <p>
              <Say className="quiet" k={one.judged ? 'desk:letter.by-hall' : 'desk:letter.by-answers'} />{' '}
              <strong>
                <Say k={`desk:case.truth.${one.judged ?? one.truth}`} />
              </strong>
            </p>
            <Citations sources={one.sources} />
          </li>
        ))}
      </ul>
      <p className="stamp">
        <Say k="desk:letter.stamp" />
      </p>
    </article>
  )
}

function Line({ words, children }: { words: string; children: ReactNode }): JSX.Element {
  return (
    <div>
      <dt>
        <Say k={words} />
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
