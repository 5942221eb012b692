import { plainText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paperName, serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { OfFolder } from '#app/ui/conflict.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ForMember } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { Person } from '#app/ui/person.tsx'
import { SavedAt } from './step-page.tsx'
import type { UnaskedPaper } from './unasked-files.server.ts'
import { UnaskedPapers } from './unasked-papers.tsx'

/** A paper with its files. */
export type ShownPaper = {
  readonly key: string
  /** The key of its text. */
  readonly words: string
  /** The member it is of; null: the whole folder, or one application. */
  readonly name: string | null
  readonly services: readonly string[]
  readonly files: readonly { readonly id: string; readonly type: string }[]
}

type ListProps = { mode: Mode; at: string; savedAt: string; papers: readonly ShownPaper[]; unasked: readonly UnaskedPaper[] }

/** Every paper of the folder: uploaded, or to be brought to the counter. */
export function PapersPage({ mode, at, savedAt, papers, unasked }: ListProps): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['apply', 'forms']} back={{ href: paths.folder(mode), k: 'apply:back-to-folder' }}>
      <Say as="h1" k="apply:papers.title" />
      <Say as="p" className="lead" k="apply:papers.lead" />
      <ul className="plain-list tasks">
        {papers.map(({ key, words, name, services, files }) => (
          <li key={key}>
            <div>
              <a href={paths.paper(mode, key)}>
                <Say {...paperName(words)} />
                <ForMember name={name} />
              </a>
              <p className="quiet">
                <Say k="apply:papers.of" />{' '}
                {services.map((service) => (
                  <Say key={service} className="tag" {...serviceName(service)} />
                ))}
              </p>
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

type PaperProps = {
  mode: Mode
  at: string
  most: { ofPaper: number; ofFolder: number }
  savedAt: string
  paper: ShownPaper
  back: string
  inFolder: string
  errors: readonly FieldError[]
}

/** One paper: several files, sent whole by the form, or in pieces by the script. */
export function PaperPage({ mode, at, most, savedAt, paper, back, inFolder, errors }: PaperProps): JSX.Element {
  const words = (key: string) => plainText(mode, `apply:paper.${key}`)
  const refusals = Object.fromEntries(
    [
      ...['file-empty', 'file-type', 'file-broken', 'file-too-large', 'file-locked', 'disk-full'].map((code) => [
        code,
        plainText(mode, `errors:file.${code}`),
      ]),
      ['paper-full', plainText(mode, 'errors:file.too-many', { most: most.ofPaper })],
      ['folder-full', plainText(mode, 'errors:file.too-many-in-all', { most: most.ofFolder })],
    ].map(([code, words]) => [`data-text-${code}`, words]),
  )
  return (
    <Page mode={mode} at={at} texts={['apply', 'forms']} back={{ href: back, k: 'apply:paper.back' }} script="upload">
      <ErrorSummary errors={errors} />
      <h1>
        <Say {...paperName(paper.words)} />
        <Person name={paper.name} />
      </h1>
      <Sent mode={mode} paper={paper} />
      <form
        id="upload"
        method="post"
        action={paths.paper(mode, paper.key)}
        encType="multipart/form-data"
        className="card"
        data-pieces={paths.paperPieces(mode, paper.key)}
        data-text-waiting={words('waiting')}
        data-text-sending={words('sending')}
        data-text-done={words('done')}
        data-text-failed={words('refused')}
        data-text-retry={words('failed')}
        {...refusals}
        data-text-blurred={words('blurred')}
        data-text-dark={words('dark')}
      >
        <OfFolder folder={inFolder} />
        <Say as="p" k="apply:paper.lead" />
        {errors.map((error, index) => (
          <FieldMessage key={errorId(index)} id={errorId(index)} error={error} />
        ))}
        <label className="field" htmlFor="files">
          <Say k="apply:paper.choose" />
          <input
            id="files"
            type="file"
            name="files"
            multiple
            accept="image/*,application/pdf"
            aria-describedby={errors.length > 0 ? errors.map((_, index) => errorId(index)).join(' ') : 'files-help'}
          />
        </label>
        <p className="help" id="files-help">
          <Say k="apply:paper.kinds" />
        </p>
        <div className="actions">
          <button type="submit" className="button">
            <Say k="apply:paper.button" />
          </button>
          <a className="button second" href={back}>
            <Say k="apply:paper.bring" />
          </a>
        </div>
      </form>
      <Say as="p" className="quiet" k="apply:paper.private" />
      <SavedAt at={savedAt} />
    </Page>
  )
}

const errorId = (index: number) => (index === 0 ? 'files-error' : `files-error-${index + 1}`)

function Sent({ mode, paper: { key, files } }: { mode: Mode; paper: ShownPaper }): JSX.Element {
  const plain = usePlain()
  if (files.length === 0) return <Say as="p" className="quiet" k="apply:paper.none" />
  return (
    <section>
      <Say as="h2" k="apply:paper.sent" />
      <ul className="plain-list thumbs">
        {files.map(({ id, type }, index) => (
          <li key={id}>
            <a href={paths.paperFile(mode, key, id)}>
              {type.startsWith('image/') ? (
                <img src={paths.paperFile(mode, key, id)} alt={plain('apply:paper.file', { number: index + 1 })} loading="lazy" />
              ) : (
                <>
                  <Icon name="file-text" />
                  <Say k="apply:paper.file" values={{ number: index + 1 }} />
                </>
              )}
            </a>
            <form method="post" action={paths.paperFile(mode, key, id)}>
              <button
                type="submit"
                className="button second small"
                name="do"
                value="remove"
                aria-label={`${plain('apply:paper.remove')} ${plain('apply:paper.file', { number: index + 1 })}`}
              >
                <Icon name="trash-2" />
                <Say k="apply:paper.remove" />
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
