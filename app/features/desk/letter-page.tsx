import type { Letter } from '#app/cases/letter.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Staff } from '#app/domain/staff.ts'
import { formatDay, joinList } from '#app/i18n/format.ts'
import { languagesOf, type Mode, parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { InModes, ModeProvider, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Remedies } from '#app/ui/remedies.tsx'
import { BilingualText, StaffText, StoredGround, StoredSources } from '#app/ui/stored-text.tsx'
import { CaseLink } from './decision-page.tsx'
import { Label, LetterFacts, Line, Registered } from './letter-parts.tsx'

type Props = Letter & {
  mode: Mode
  at: string
  staff: Staff
  id: string
  service: string
  title: InEvery<string>
  /** Which letter of the case; undefined: the last. */
  decision?: string | undefined
  /** Were too many drawn for a PDF of it? */
  isBusy: boolean
  /** Does it say something else than what was registered? */
  isAltered: boolean
}

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
        <a className="button second" href={paths.letterPdf(mode, id, props.decision)} download>
          <Icon name="file-text" />
          <Say k="letters:pdf" />
        </a>
      </div>
      {props.isBusy && <Say as="p" className="notice" k="letters:pdf-busy" />}
      {props.isAltered && <Say as="p" className="notice" k="letters:altered" />}
      <ModeProvider value={parallelMode}>
        <LetterSheet {...props} />
      </ModeProvider>
    </DeskPage>
  )
}

/** The letter itself. */
export function LetterSheet({
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
  checkedAt,
}: Letter): JSX.Element {
  const { service, departments, hall, mandate, outcome, ground, conditions, next, facts = [], remedies, register } = document
  return (
    <article className={`letter print-parallel first-${languagesOf(language)[0]}`}>
      <Label as="h1" of="title" document={document} />
      {mandate && (
        <p>
          <BilingualText text={mandate} />
        </p>
      )}
      <dl>
        {register && (
          <Line of="register" document={document}>
            <span className="code">{register.number}</span>
          </Line>
        )}
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
      {document.unreviewed && (
        <p className="quiet">
          <BilingualText text={document.unreviewed} />
        </p>
      )}
      <p className="stamp">
        <Label of="stamp" document={document} />
      </p>
      {register && <Registered document={document} checksum={register.checksum} checkedAt={checkedAt} />}
    </article>
  )
}
