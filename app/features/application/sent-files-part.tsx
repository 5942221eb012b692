import type { CorrectionItem, CorrectionReason } from '#app/domain/worded-step.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { ShownPaper } from './upload-pages.tsx'

/** Does a reason a correction is asked for say that what was sent is not taken? */
const isRefusal: Readonly<Record<CorrectionReason, boolean>> = {
  ...{ missing: false, unreadable: true, 'does-not-match': true, expired: true, 'wrong-paper': true, other: false },
}

type Props = {
  mode: Mode
  paper: ShownPaper
  after?: 'answers' | undefined
  /** The files that were handed in before, and what a correction says of them. */
  before: readonly string[]
  item?: CorrectionItem | undefined
}

/** The files of a paper that are there, each with a way to delete it, which asks once: a photograph that goes has to be taken anew. */
export function SentFiles({ mode, paper: { key, files }, after, before, item }: Props): JSX.Element {
  const plain = usePlain()
  if (files.length === 0) return <Say as="p" className="quiet" k="apply:paper.none" />
  return (
    <section>
      <Say as="h2" k="apply:paper.sent" />
      <p className="state done">
        <Icon name="circle-check" />
        <Say k="apply:papers.sent" values={{ count: files.length }} />
      </p>
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
            {before.includes(id) && (
              <p className="reason">
                <Icon name="triangle-alert" />
                <Say k={item && isRefusal[item.reason] ? 'apply:paper.refused-before' : 'apply:paper.before'} />
              </p>
            )}
            <details>
              <summary aria-label={`${plain('apply:paper.remove')} ${plain('apply:paper.file', { number: index + 1 })}`}>
                <Icon name="trash-2" />
                <Say k="apply:paper.remove" />
              </summary>
              <form method="post" action={paths.paperFile(mode, key, id, after)}>
                <Say as="p" k="apply:paper.remove-lead" />
                <button
                  type="submit"
                  className="button second small"
                  name="do"
                  value="remove"
                  aria-label={`${plain('apply:paper.remove-sure')} ${plain('apply:paper.file', { number: index + 1 })}`}
                >
                  <Say k="apply:paper.remove-sure" />
                </button>
              </form>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
