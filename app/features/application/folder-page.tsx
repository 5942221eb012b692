import { plainText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'
import { Say, Typed } from '#app/ui/say.tsx'
import { SavedAt } from './step-page.tsx'

type Props = {
  mode: Mode
  at: string
  code: string
  savedAt: string
  days: number
  drafts: readonly { number: number; service: string; name: string | null }[]
  steps: readonly { block: string; subject: string; name: string | null; service: string | null; done: boolean }[]
  /** One may go where others stay. */
  mayRemove: boolean
  nothingSubmitted: boolean
  papers: { sent: number; all: number }
  /** Where it goes on: the first step still open, else looking everything over. */
  next: string
}

/** Everything a folder still asks for, in one list: what is done, what is open, what it is for. */
export function FolderPage({
  mode,
  at,
  code,
  savedAt,
  days,
  drafts,
  steps,
  mayRemove,
  nothingSubmitted,
  papers,
  next,
}: Props): JSX.Element {
  const plain = (key: string) => plainText(mode, key)
  return (
    <Page mode={mode} at={at} texts={['apply', 'forms']} script>
      <Say as="h1" k="apply:folder.title" />
      <p>
        <Say k="application:code" /> <strong className="code">{code}</strong>
      </p>
      <SavedAt at={savedAt} />
      <Say as="p" className="lead" k="apply:folder.lead" />
      <div className="actions">
        <a className="button" href={next}>
          <Say k={steps.every(({ done }) => done) ? 'apply:folder.look-over' : 'apply:folder.go-on'} />
          <Icon name="arrow-right" />
        </a>
      </div>
      <Say as="h2" k="apply:folder.steps" />
      <ol className="plain-list tasks">
        {steps.map(({ block, subject, name, service, done }) => (
          <li key={`${block}/${subject}`}>
            <a href={paths.step(mode, block, subject)}>
              <Say k={service === null ? `forms:blocks.${block}.title` : `services/${service}:name`} />
              {name !== null && <Typed>{name}</Typed>}
            </a>
            <State done={done} />
          </li>
        ))}
        <li>
          <a href={paths.papers(mode)}>
            <Say k="apply:folder.papers" />
          </a>
          <Say className="quiet" k="apply:folder.papers-state" values={{ sent: papers.sent }} />
        </li>
      </ol>
      <Say as="h2" k="apply:folder.services" />
      <ul className="plain-list tasks">
        {drafts.map(({ number, service, name }) => (
          <li key={number}>
            <span>
              <Say k={`services/${service}:name`} />
              {name !== null && <Typed>{name}</Typed>}
            </span>
            {mayRemove && (
              <form method="post" action={paths.folder(mode)}>
                <button
                  type="submit"
                  className="button second small"
                  name="remove"
                  value={number}
                  aria-label={`${plain('apply:folder.remove')} ${plain(`services/${service}:name`)} ${name ?? ''}`.trim()}
                >
                  <Icon name="trash-2" />
                  <Say k="apply:folder.remove" />
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <nav className="links">
        <a className="text-link" href={paths.apply(mode)}>
          <Icon name="plus" />
          <Say k="apply:folder.add" />
        </a>
        <a className="text-link" href={paths.slip(mode)}>
          <Icon name="bookmark" />
          <Say k="application:list.slip" />
        </a>
        <a className="text-link" href={paths.closeFolder(mode)}>
          <Icon name="eraser" />
          <Say k="apply:folder.close" />
        </a>
        {nothingSubmitted && (
          <a className="text-link" href={paths.deleteFolder(mode)}>
            <Icon name="trash-2" />
            <Say k="apply:folder.delete" />
          </a>
        )}
      </nav>
      <Say as="p" className="quiet" k="apply:kept" values={{ days }} />
    </Page>
  )
}

function State({ done }: { done: boolean }): JSX.Element {
  return (
    <span className={done ? 'state done' : 'state'}>
      <Icon name={done ? 'circle-check' : 'pencil'} />
      <Say k={done ? 'apply:folder.done' : 'apply:folder.open'} />
    </span>
  )
}
