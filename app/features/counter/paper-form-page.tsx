import type { Staff } from '#app/domain/staff.ts'
import { type Mode, parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { ModeProvider, Say } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { Qr } from '#app/ui/qr.tsx'
import type { PaperField, PaperPart } from './paper-form.server.ts'

/** The list of paper forms. */
export function PaperFormsPage({
  mode,
  at,
  staff,
  services,
}: {
  mode: Mode
  at: string
  staff: Staff
  services: readonly string[]
}): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['counter']}>
      <Say as="h1" k="counter:paper.title" />
      <Say as="p" className="lead" k="counter:paper.lead" />
      <ul className="plain-list tasks">
        {services.map((service) => (
          <li key={service}>
            <a href={paths.paperForm(mode, service)}>
              <Say k={`services/${service}:name`} />
            </a>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}

type Props = {
  mode: Mode
  at: string
  service: string
  parts: readonly PaperPart[]
  papers: readonly string[]
  address: string
}

/** The blank form of a service for A4: always in both languages. */
export function PaperFormPage({ mode, at, service, parts, papers, address }: Props): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={null} texts={['counter', `services/${service}`]} script>
      <div className="actions no-print">
        <IconLink href={paths.paperForms(mode)} icon="arrow-left" k="counter:paper.title" />
        <button type="button" className="button" data-print hidden>
          <Icon name="printer" />
          <Say k="counter:paper.print" />
        </button>
      </div>
      <ModeProvider value={parallelMode}>
        <article className="paper-form">
          <header>
            <div>
              <Say as="h1" k={`services/${service}:name`} />
              <Say as="p" k="counter:paper.head" />
              <Say as="p" k="apply:intake" />
            </div>
            <figure>
              <Qr of={address} />
              <figcaption>
                <Say k="counter:paper.scan" />
              </figcaption>
            </figure>
          </header>
          {parts.map(({ title, fields }) => (
            <section key={title}>
              <Say as="h2" k={title} />
              {fields.map((field) => (
                <OnPaper key={field.id} field={field} />
              ))}
            </section>
          ))}
          <section className="paper-end">
            <Say as="h2" k="counter:paper.bring" />
            <ul className="paper-boxes">
              {papers.map((textKey) => (
                <li key={textKey}>
                  <Say k={textKey} />
                </li>
              ))}
            </ul>
            <div className="paper-signs">
              <p>
                <Say k="counter:paper.sign" /> <span className="paper-line" />
              </p>
              <p>
                <Say k="counter:paper.date" /> <span className="paper-line" />
              </p>
            </div>
          </section>
        </article>
      </ModeProvider>
    </DeskPage>
  )
}

function OnPaper({ field }: { field: PaperField }): JSX.Element {
  const { label, options, several, optional, only, lines, boxes } = field
  return (
    <div className="paper-field">
      <p>
        <strong>
          <Say k={label} />
        </strong>{' '}
        {optional && <Say className="quiet" k="forms:optional" />} {only && <Say className="quiet" k="counter:paper.only" />}{' '}
        {options.length > 0 && <Say className="quiet" k={several ? 'counter:paper.several' : 'counter:paper.one'} />}
      </p>
      {options.length > 0 && (
        <ul className="paper-boxes">
          {options.map((option) => (
            <li key={option}>
              <Say k={option} />
            </li>
          ))}
        </ul>
      )}
      {boxes.length > 0 && (
        <p className="paper-cells">
          {boxes.map(({ count, unit }) => (
            <Cells key={unit} count={count} unit={unit} />
          ))}
        </p>
      )}
      {options.length === 0 &&
        boxes.length === 0 &&
        Array.from({ length: lines }, (_, index) => `${index}`).map((line) => <p key={line} className="paper-line" aria-hidden="true" />)}
    </div>
  )
}

function Cells({ count, unit }: PaperField['boxes'][number]): JSX.Element {
  return (
    <>
      {Array.from({ length: count }, (_, index) => `${index}`).map((cell) => (
        <i key={cell} />
      ))}
      {unit && <Say k={unit} />}
    </>
  )
}
