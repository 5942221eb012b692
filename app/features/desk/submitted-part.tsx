import type { InEvery } from '#app/domain/language.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import { FileViewer } from './file-viewer.tsx'
import type { DeskGroup, DeskPaper, DeskRow } from './submitted.server.ts'
import { ReadersFirst } from './text-parts.tsx'

/** What was submitted, and the file that is open. */
export type SubmittedProps = {
  mode: Mode
  id: string
  groups: readonly DeskGroup[]
  looking: { id: string; before: string | null; after: string | null } | null
  /** Identity numbers shown on request, by target. */
  shown?: Readonly<Record<string, InEvery<string>>>
}

/** What was submitted, in groups, beside the papers that prove it. */
export function Submitted(props: SubmittedProps): JSX.Element {
  return (
    <section aria-labelledby="what">
      <Say as="h2" id="what" k="desk:case.what" />
      {props.groups.map((group) => (
        <Group key={group.key} {...props} group={group} />
      ))}
    </section>
  )
}

function Group({ group, ...props }: SubmittedProps & { group: DeskGroup }): JSX.Element {
  return (
    <section className="group">
      <div className="rows">
        <h3>{group.title ? <BilingualText text={group.title} /> : <Say k="desk:case.papers-rest" />}</h3>
        {group.rows.length > 0 && (
          <dl className="submitted">
            {group.rows.map((row) => (
              <div key={row.target}>
                <dt>
                  <ReadersFirst text={row.label} mode={props.mode} />
                </dt>
                <dd>
                  <RowValue {...props} row={row} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <div className="proofs">
        {group.papers.map((paper) => (
          <Paper key={paper.key} {...props} paper={paper} />
        ))}
      </div>
    </section>
  )
}

function RowValue({ mode, id, row, shown = {} }: SubmittedProps & { row: DeskRow }): JSX.Element {
  const asked = shown[row.target]
  if (!row.hidden) return <ReadersFirst text={row.value} mode={mode} />
  if (asked) return <span className="code">{asked.zh}</span>
  return (
    <DeskForm action={paths.deskCase(mode, id)} className="inline-form">
      <span className="code" aria-hidden="true">
        {row.value.zh}
      </span>
      <Say className="visually-hidden" k="desk:case.masked" />
      <input type="hidden" name="target" value={row.target} />
      <button type="submit" className="button second small" name="do" value="show">
        <Say k="desk:case.show" />
      </button>
    </DeskForm>
  )
}

function Paper({ mode, id, looking, paper }: SubmittedProps & { paper: DeskPaper }): JSX.Element {
  const isOpen = paper.files.some((file) => file.id === looking?.id)
  return (
    <div className="paper">
      <p>
        <strong>
          <BilingualText text={paper.label} />
        </strong>{' '}
        {paper.files.length === 0 && <Say className="quiet" k="application:brought" />}
      </p>
      <Files mode={mode} id={id} paper={paper} looking={looking} />
      {isOpen && looking && <FileViewer mode={mode} id={id} looking={looking} />}
    </div>
  )
}

function Files({ mode, id, paper, looking }: Pick<SubmittedProps, 'mode' | 'id' | 'looking'> & { paper: DeskPaper }): JSX.Element | null {
  const plain = usePlain()
  if (paper.files.length === 0) return null
  return (
    <ul className="inline-list">
      {paper.files.map((file, index) => (
        <li key={file.id}>
          {file.isPdf ? (
            <a className="text-link" href={paths.deskFile(mode, id, file.id)} target="_blank" rel="noreferrer">
              <Say k="desk:case.open-pdf" values={{ number: index + 1 }} />
            </a>
          ) : (
            <a
              className="text-link"
              href={`${paths.deskCase(mode, id, file.id)}#viewer`}
              aria-current={file.id === looking?.id ? 'true' : undefined}
              title={plain('desk:case.picture')}
            >
              <Say k="desk:case.file" values={{ number: index + 1 }} />
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
