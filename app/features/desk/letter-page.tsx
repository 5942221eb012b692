import type { ReactNode } from 'react'
import type { DecisionDocument } from '#app/domain/decision-document.ts'
import type { EventWords } from '#app/domain/event.ts'
import type { Staff } from '#app/domain/staff.ts'
import { formatDay, joinList } from '#app/i18n/format.ts'
import { type Mode, parallelMode } from '#app/i18n/mode.ts'
import { InModes, ModeProvider, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { BilingualText, StaffWords, StoredGround, StoredSources } from '#app/ui/stored-text.tsx'
import { CaseLink } from './decision-page.tsx'

type Props = {
  mode: Mode
  at: string
  staff: Staff
  id: string
  number: number
  service: string
  code: string
  name: string
  submitted: string
  decided: string
  reason: EventWords | null
  document: DecisionDocument
  /** The day the document was written, where that was not when it was decided. */
  writtenLater: string | null
}

/** The letter of a decision, on A4; always in both languages. */
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
      <ModeProvider value={parallelMode}>
        <Letter {...props} />
      </ModeProvider>
    </DeskPage>
  )
}

function Letter({ number, code, name, submitted, decided, reason, document, writtenLater }: Props): JSX.Element {
  const { service, departments, hall, outcome, ground, phrase, conditions, next } = document
  return (
    <article className="letter print-parallel">
      <Say as="h1" k="desk:letter.title" />
      <dl>
        <Line words="desk:letter.to">
          <Typed>{name}</Typed>
        </Line>
        <Line words="desk:letter.about">
          <BilingualText words={service} />
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
        {hall && (
          <Line words="desk:letter.hall">
            <BilingualText words={hall.name} /> <BilingualText words={hall.place} />
          </Line>
        )}
        {departments.length > 0 && (
          <Line words="desk:letter.departments">
            <InModes>
              {(language) =>
                joinList(
                  language,
                  departments.map((one) => one[language]),
                )
              }
            </InModes>
          </Line>
        )}
      </dl>
      <h2>
        <BilingualText words={outcome} />
      </h2>
      {ground && <StoredGround {...ground} />}
      {reason && (
        <>
          <Say as="h3" k="desk:letter.reason" />
          <StaffWords {...reason} said={phrase} />
        </>
      )}
      <p>
        <BilingualText words={next} />
      </p>
      <Say as="h3" k="desk:letter.conditions" />
      <ul className="conditions">
        {conditions.map(({ says, sources, truth, by }) => (
          <li key={says.zh}>
            <p>
              <BilingualText words={says} />
            </p>
            <p>
              <Say className="quiet" k={`desk:letter.by-${by}`} />{' '}
              <strong>
                <Say k={`desk:case.truth.${truth}`} />
              </strong>
            </p>
            <StoredSources sources={sources} />
          </li>
        ))}
      </ul>
      {writtenLater !== null && (
        <Say as="p" className="quiet" k="desk:letter.written-later" values={(language) => ({ day: formatDay(language, writtenLater) })} />
      )}
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
