import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { serviceName, stepName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say, Typed, usePlain } from '#app/ui/bilingual-text.tsx'
import { OfFolder } from '#app/ui/conflict.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'
import { SavedAt } from './step-page.tsx'

type Props = {
  mode: Mode
  at: string
  code: string
  savedAt: string
  days: number
  inFolder: string
  drafts: readonly { number: number; service: string; name: string | null }[]
  /** Drafts of retired services: their last day, and their successor. */
  retired: readonly { number: number; service: string; name: string | null; until: string | null; successor: string | null }[]
  /** Is a value of a step no longer valid? */
  changed: boolean
  steps: readonly { block: string; subject: string; name: string | null; service: string | null; done: boolean }[]
  /** A draft may be removed where others stay. */
  mayRemove: boolean
  nothingSubmitted: boolean
  papers: { sent: number; all: number }
  /** The next page: the first step still open, else the review. */
  next: string
}

/** The list of steps: what is done, what is open, what it is for. */
export function FolderPage(props: Props): JSX.Element {
  const { mode, at, code, savedAt, days, inFolder, drafts, retired, changed, steps, mayRemove, nothingSubmitted, papers, next } = props
  return (
    <Page mode={mode} at={at} texts={['apply', 'forms']} script>
      <Say as="h1" k="apply:folder.title" />
      <p>
        <Say k="application:code" /> <strong className="code">{code}</strong>
      </p>
      <SavedAt at={savedAt} />
      <Say as="p" className="lead" k="apply:folder.lead" />
      {retired.length > 0 && <RetiredDrafts mode={mode} inFolder={inFolder} retired={retired} mayRemove={mayRemove} />}
      {changed && (
        <div className="notice">
          <Say as="h2" k="retired:changed.title" />
          <Say as="p" k="retired:changed.lead" />
        </div>
      )}
      {drafts.length > 0 && (
        <>
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
                  <Say {...stepName(block, service)} />
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
                  <Say {...serviceName(service)} />
                  {name !== null && <Typed>{name}</Typed>}
                </span>
                {mayRemove && <Remove mode={mode} inFolder={inFolder} number={number} service={service} name={name} />}
              </li>
            ))}
          </ul>
        </>
      )}
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

/** Retired services, since when, and what can be done about their drafts. */
function RetiredDrafts({ mode, inFolder, retired, mayRemove }: Pick<Props, 'mode' | 'inFolder' | 'retired' | 'mayRemove'>): JSX.Element {
  return (
    <section className="notice" id="retired">
      <Say as="h2" k="retired:draft.title" />
      <Say as="p" k="retired:draft.lead" />
      <ul className="plain-list tasks">
        {retired.map(({ number, service, name, until, successor }) => (
          <li key={number}>
            <span>
              <Say {...serviceName(service)} /> {name !== null && <Typed>{name}</Typed>}{' '}
              {until !== null && <Say as="p" k="retired:draft.until" values={(language) => ({ day: formatDay(language, until) })} />}
              {successor === null ? (
                <Say as="p" k="retired:draft.none" />
              ) : (
                <>
                  <p>
                    <Say k="retired:draft.successor" /> <Say {...serviceName(successor)} />
                  </p>
                  <Say as="p" k="retired:draft.kept" />
                </>
              )}
            </span>
            {successor !== null && (
              <form method="post" action={paths.folder(mode)}>
                <OfFolder folder={inFolder} />
                <button type="submit" className="button small" name="replace" value={number}>
                  <Say k="retired:draft.replace" />
                </button>
              </form>
            )}
            {mayRemove && <Remove mode={mode} inFolder={inFolder} number={number} service={service} name={name} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Removes a draft. */
function Remove({ mode, inFolder, number, service, name }: Pick<Props, 'mode' | 'inFolder'> & Props['drafts'][number]): JSX.Element {
  const plain = usePlain()
  const { k, values } = serviceName(service)
  return (
    <form method="post" action={paths.folder(mode)}>
      <OfFolder folder={inFolder} />
      <button
        type="submit"
        className="button second small"
        name="remove"
        value={number}
        aria-label={`${plain('apply:folder.remove')} ${plain(k, values)} ${name ?? ''}`.trim()}
      >
        <Icon name="trash-2" />
        <Say k="apply:folder.remove" />
      </button>
    </form>
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
