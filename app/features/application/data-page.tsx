import { formatMoment } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ForMember, MemberName } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import { SubmittedRows } from './application-status-page.tsx'
import type { MyData } from './my-data.server.ts'
import { eventText } from './timeline.tsx'

type Props = { mode: Mode; at: string; data: MyData }

/** What is stored of a folder, in short, to read and to print; the file holds what the hall wrote too. @source Personal Information Protection Law, article 45 */
export function DataPage({ mode, at, data }: Props): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['application', 'forms']} script>
      <a className="text-link no-print" href={paths.applications(mode)}>
        <Icon name="arrow-left" />
        <Say k="application:title" />
      </a>
      <Say as="h1" k="application:data.title" />
      <Say as="p" className="lead" k="application:data.lead" />
      <div className="actions no-print">
        <a className="button second" href={paths.myDataFile(mode)} download>
          <Icon name="file-text" />
          <Say k="application:data.json" />
        </a>
        <button type="button" className="button second" data-print hidden>
          <Icon name="printer" />
          <Say k="application:data.print" />
        </button>
      </div>
      <Say as="h2" k="application:data.people" />
      <ul>
        {data.people.map(({ id, name }) => (
          <li key={id}>
            <MemberName name={name} />
          </li>
        ))}
      </ul>
      <Say as="h2" k="application:data.answers" />
      <SubmittedRows rows={data.filledIn} />
      {data.papers.length > 0 && (
        <>
          <Say as="h2" k="application:papers" />
          <ul>
            {data.papers.map(({ paper, words: label, name, id }) => (
              <li key={id}>
                <a href={paths.paperFile(mode, paper, id)}>
                  <BilingualText text={label} />
                  <ForMember name={name} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Say as="h2" k="application:data.consents" />
      <ul>
        {data.consents.map(({ kind, at: when }) => (
          <li key={kind + when}>
            <Say k={`application:data.consent.${kind}`} /> <InModes>{(language) => formatMoment(language, when)}</InModes>
          </li>
        ))}
      </ul>
      {data.applications.map(({ number, title, status, submitted, history }) => (
        <section key={number}>
          <h2>
            <BilingualText text={title} /> <StatusBadge status={status} />
          </h2>
          {submitted && ('rows' in submitted ? <SubmittedRows rows={submitted.rows} /> : <UnreadableRow {...submitted.unreadable} />)}
          <Say as="h3" k="application:data.history" />
          <ul>
            {history.map((event) => (
              <li key={event.type === 'unreadable' ? event.id : event.at + event.type}>
                <InModes>{(language) => (event.at === null ? '' : formatMoment(language, event.at))}</InModes> <Say k={eventText(event)} />{' '}
                {event.type === 'unreadable' && <UnreadableRow table="events" id={event.id} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}
