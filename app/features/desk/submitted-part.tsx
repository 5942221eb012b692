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
  at: string
  id: string
  groups: readonly DeskGroup[]
  looking: { id: string; before: string | null; after: string | null } | null
  /** The filters of the queue one comes from. */
  from: string | null
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
    <section className="group" data-item tabIndex={-1} data-ask={askedOf(group)}>
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

/** What a correction of a group would ask for first: its paper, else its first field. */
const askedOf = ({ papers, rows }: DeskGroup) => (papers[0] ? `paper/${papers[0].key}` : rows[0]?.target)

function RowValue({ mode, at, row, shown = {} }: SubmittedProps & { row: DeskRow }): JSX.Element {
  const asked = shown[row.target]
  if (!row.hidden) return <ReadersFirst text={row.value} mode={mode} />
  if (asked) return <span className="code">{asked.zh}</span>
  return (
    <DeskForm action={`${at}#what`} className="inline-form" data-in-place>
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

function Paper({ mode, id, looking, from, paper }: SubmittedProps & { paper: DeskPaper }): JSX.Element {
  const isOpen = paper.files.some((file) => file.id === looking?.id)
  return (
    <div className="paper">
      <p>
        <strong>
          <BilingualText text={paper.label} />
        </strong>{' '}
        {paper.files.length === 0 && <Say className="quiet" k="application:brought" />}
      </p>
      <Files mode={mode} id={id} paper={paper} looking={looking} from={from} />
      {isOpen && looking && <FileViewer mode={mode} id={id} looking={looking} from={from} />}
    </div>
  )
}

function Files({
  mode,
  id,
  paper,
  looking,
  from,
}: Pick<SubmittedProps, 'mode' | 'id' | 'looking' | 'from'> & { paper: DeskPaper }): JSX.Element | null {
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
              href={`${paths.deskCase(mode, id, file.id, { from: from ?? undefined })}#viewer`}
              data-picture
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
