import type { Mode } from '#app/i18n/mode.ts'
import { paperName, serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ForMember } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { SavedAt } from './step-page.tsx'
import type { UnaskedPaper } from './unasked-files.server.ts'
import { UnaskedPapers } from './unasked-papers.tsx'

/** A paper with its files. */
export type ShownPaper = {
  readonly key: string
  /** The key of its text. */
  readonly textKey: string
  /** The member it is of; null: the whole folder, or one application. */
  readonly name: string | null
  readonly services: readonly string[]
  readonly files: readonly { readonly id: string; readonly type: string }[]
}

type ListProps = { mode: Mode; at: string; savedAt: string; papers: readonly ShownPaper[]; unasked: readonly UnaskedPaper[] }

/** Every paper of the folder: uploaded, or to be brought to the counter. */
export function PapersPage({ mode, at, savedAt, papers, unasked }: ListProps): JSX.Element {
  const isOfSeveral = new Set(papers.flatMap(({ services }) => services)).size > 1
  return (
    <Page mode={mode} at={at} texts={['apply', 'forms']} back={{ href: paths.folder(mode), k: 'apply:back-to-folder' }}>
      <Say as="h1" k="apply:papers.title" />
      <Say as="p" className="lead" k="apply:papers.lead" />
      {!isOfSeveral && papers[0] && <OfServices services={papers[0].services} />}
      <ul className="plain-list tasks">
        {papers.map(({ key, textKey, name, services, files }) => (
          <li key={key}>
            <div>
              <a href={paths.paper(mode, key)}>
                <Say {...paperName(textKey)} />
                <ForMember name={name} />
              </a>
              {isOfSeveral && <OfServices services={services} />}
            </div>
            <span className={files.length > 0 ? 'state done' : 'state'}>
              <Icon name={files.length > 0 ? 'circle-check' : 'landmark'} />
              {files.length > 0 ? <Say k="apply:papers.sent" values={{ count: files.length }} /> : <Say k="apply:papers.bring" />}
            </span>
          </li>
        ))}
      </ul>
      <UnaskedPapers papers={unasked} />
      <div className="actions">
        <a className="button" href={paths.answers(mode)}>
          <Say k="apply:papers.continue" />
          <Icon name="arrow-right" />
        </a>
      </div>
      <SavedAt at={savedAt} />
    </Page>
  )
}

/** Which services need a paper: once where all are of one. */
function OfServices({ services }: Pick<ShownPaper, 'services'>): JSX.Element {
  return (
    <p className="quiet">
      <Say k="apply:papers.of" />{' '}
      {services.map((service) => (
        <Say key={service} className="tag" {...serviceName(service)} />
      ))}
    </p>
  )
}
