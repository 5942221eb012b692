import type { ReactNode } from 'react'
import { type DecisionDocument, type LetterLabel, letterTexts } from '#app/domain/decision-document.ts'
import type { EventText } from '#app/domain/event-text.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Staff } from '#app/domain/staff.ts'
import { formatDay, joinList } from '#app/i18n/format.ts'
import { text } from '#app/i18n/messages.ts'
import { languagesOf, type Mode, parallelMode } from '#app/i18n/mode.ts'
import { InModes, ModeProvider, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Remedies } from '#app/ui/remedies.tsx'
import { BilingualText, StaffText, StoredGround, StoredSources } from '#app/ui/stored-text.tsx'
import { CaseLink } from './decision-page.tsx'

type LetterProps = {
  number: number
  code: string
  name: string
  submitted: string
  decided: string
  reason: EventText | null
  document: DecisionDocument
  /** The language the resident reads. */
  language: Mode
  /** The day on which the case was taken up again after it; null where it was not. */
  reopened: string | null
  /** The day the document was written, where that was not when it was decided. */
  writtenLater: string | null
}
type Props = LetterProps & { mode: Mode; at: string; staff: Staff; id: string; service: string; title: InEvery<string> }

/** The letter of a decision, on A4; always in both languages, for every office it is shown at, that of its reader first. */
export function LetterPage(props: Props): JSX.Element {
  const { mode, at, staff, id, service } = props
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['application', 'phrases', `services/${service}`]} script>
      <CaseLink mode={mode} at={at} id={id} title={props.title} />
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

type LabelProps = { of: LetterLabel; document: DecisionDocument; as?: 'h1' | 'h3'; className?: string }

/** What the letter calls a part of it: as it was stored, or as today where the document was stored without. */
function Label({ of, document, as, className }: LabelProps): JSX.Element {
  return (
    <InModes as={as} className={className}>
      {(language) => document.labels?.[of]?.[language] ?? text(language, letterTexts[of])}
    </InModes>
  )
}

/** The letter itself. */
export function Letter({
  language,
  number,
  code,
  name,
  submitted,
  decided,
  reason,
  document,
  reopened,
  writtenLater,
}: LetterProps): JSX.Element {
  const { service, departments, hall, outcome, ground, conditions, next, facts = [], remedies } = document
  return (
    <article className={`letter print-parallel first-${languagesOf(language)[0]}`}>
      <Label as="h1" of="title" document={document} />
      <dl>
        <Line of="to" document={document}>
          <Typed>{name}</Typed>
        </Line>
        <Line of="about" document={document}>
          <BilingualText text={service} />
        </Line>
        <Line of="number" document={document}>
          <span className="code">
            {code}/{number}
          </span>
        </Line>
        <Line of="submitted" document={document}>
          <InModes>{(language) => formatDay(language, submitted)}</InModes>
        </Line>
        <Line of="decided" document={document}>
          <InModes>{(language) => formatDay(language, decided)}</InModes>
        </Line>
        {hall && (
          <Line of="hall" document={document}>
            <BilingualText text={hall.name} /> <BilingualText text={hall.place} />
            {hall.lines?.map((line) => (
              <p key={line.zh}>
                <BilingualText text={line} />
              </p>
            ))}
          </Line>
        )}
        {departments.length > 0 && (
          <Line of="departments" document={document}>
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
        <BilingualText text={outcome} />
      </h2>
      {ground && <StoredGround {...ground} label={<Label className="quiet" of="ground" document={document} />} />}
      {reason && (
        <>
          <Label as="h3" of="reason" document={document} />
          <StaffText {...reason} />
        </>
      )}
      <LetterFacts facts={facts} />
      <p>
        <BilingualText text={next} />
      </p>
      {remedies && <Remedies {...remedies} />}
      <Label as="h3" of="conditions" document={document} />
      <ul className="conditions">
        {conditions.map(({ says, sources, truth, by }) => (
          <li key={says.zh}>
            <p>
              <BilingualText text={says} />
            </p>
            <p>
              <Label className="quiet" of={`by-${by}`} document={document} />{' '}
              <strong>
                <Label of={truth} document={document} />
              </strong>
            </p>
            <StoredSources sources={sources} />
          </li>
        ))}
      </ul>
      {reopened !== null && (
        <Say as="p" className="notice" k="desk:letter.reopened" values={(language) => ({ day: formatDay(language, reopened) })} />
      )}
      {writtenLater !== null && (
        <Say as="p" className="quiet" k="desk:letter.written-later" values={(language) => ({ day: formatDay(language, writtenLater) })} />
      )}
      <p className="stamp">
        <Label of="stamp" document={document} />
      </p>
    </article>
  )
}

function LetterFacts({ facts }: { facts: NonNullable<DecisionDocument['facts']> }): JSX.Element | null {
  if (facts.length === 0) return null
  return (
    <dl>
      {facts.map(({ label, value }) => (
        <div key={label.zh}>
          <dt>
            <BilingualText text={label} />
          </dt>
          <dd>
            <BilingualText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Line({ of, document, children }: { of: LetterLabel; document: DecisionDocument; children: ReactNode }): JSX.Element {
  return (
    <div>
      <dt>
        <Label of={of} document={document} />
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
