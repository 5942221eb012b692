import type { ApplicantFault } from '#app/forms/applicant.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { serviceName, stepName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Conflict } from '#app/ui/conflict.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { ForMember } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { Remove, type RetiredDraft, RetiredDrafts, type ShownDraft } from './folder-drafts.tsx'
import { FolderLanguage } from './folder-language-page.tsx'
import { NameAdultLink } from './name-adult-link.tsx'
import type { DraftConflict } from './remove-draft.server.ts'
import { SavedAt } from './step-page.tsx'

type Props = {
  mode: Mode
  at: string
  code: string
  language: Mode
  savedAt: string
  days: number
  inFolder: string
  drafts: readonly ShownDraft[]
  retired: readonly RetiredDraft[]
  /** A draft that changed since the list was opened, and was to be removed or replaced. */
  changedDraft?: DraftConflict | undefined
  /** Why whoever began it cannot apply. */
  tooYoung: ApplicantFault | null
  /** Is a value of a step no longer valid? */
  changed: boolean
  steps: readonly { block: string; subject: string; name: string | null; service: string | null; done: boolean; filled: boolean }[]
  /** A draft may be removed where others stay. */
  mayRemove: boolean
  nothingSubmitted: boolean
  papers: { sent: number; all: number }
  /** The next page: the first step still open, else the review. */
  next: string
}

/** The list of steps: what is done, what is open, what it is for. */
export function FolderPage(props: Props): JSX.Element {
  const {
    mode,
    at,
    code,
    language,
    savedAt,
    days,
    inFolder,
    drafts,
    retired,
    tooYoung,
    changed,
    steps,
    mayRemove,
    nothingSubmitted,
    papers,
    next,
    changedDraft,
  } = props
  return (
    <Page
      {...{ mode, at }}
      texts={['apply', 'forms', ...(tooYoung ? ['errors'] : []), ...(changedDraft ? ['conflict'] : [])]}
      switching={changedDraft ? { by: 'form', form: `${changedDraft.act}-${changedDraft.number}` } : { by: 'links' }}
      back={{ href: paths.applications(mode), k: 'application:title' }}
      script
    >
      {changedDraft && (
        <Conflict
          kind="act"
          form={`${changedDraft.act}-${changedDraft.number}`}
          now={paths.folder(mode)}
          about={changedDraft.differences.find(({ id }) => id === 'service')?.now}
          differences={changedDraft.differences}
        />
      )}
      <Say as="h1" k="apply:folder.title" />
      <p>
        <Say k="application:code" /> <strong className="code">{code}</strong>
      </p>
      <SavedAt at={savedAt} />
      <Say as="p" className="lead" k="apply:folder.lead" />
      {retired.length > 0 && <RetiredDrafts {...{ mode, inFolder, retired, mayRemove }} changed={changedDraft} />}
      {tooYoung && (
        <div className="notice" id="too-young">
          <Say as="p" k={`errors:apply.applicant-${tooYoung}`} />
          <NameAdultLink mode={mode} />
        </div>
      )}
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
            {steps.map(({ block, subject, name, service, ...state }) => (
              <li key={`${block}/${subject}`}>
                <a href={paths.step(mode, block, subject)}>
                  <Say {...stepName(block, service)} />
                  <ForMember name={name} />
                </a>
                <State {...state} />
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
            {drafts.map((draft) => (
              <li key={draft.number}>
                <span>
                  <Say {...serviceName(draft.service)} />
                  <ForMember name={draft.name} />
                </span>
                {mayRemove && <Remove {...{ mode, inFolder, draft }} changed={changedDraft} />}
              </li>
            ))}
          </ul>
        </>
      )}
      <nav className="links">
        <IconLink href={paths.apply(mode)} icon="plus" k="apply:folder.add" />
        <IconLink href={paths.slip(mode)} icon="bookmark" k="application:list.slip" />
        <IconLink href={paths.closeFolder(mode)} icon="eraser" k="apply:folder.close" />
        {nothingSubmitted && <IconLink href={paths.deleteFolder(mode)} icon="trash-2" k="apply:folder.delete" />}
      </nav>
      <FolderLanguage mode={mode} language={language} />
      <Say as="p" className="quiet" k="apply:stored-days" values={{ days }} />
    </Page>
  )
}

function State({ done, filled }: { done: boolean; filled: boolean }): JSX.Element {
  return (
    <span className={done ? 'state done' : 'state'}>
      <Icon name={done ? 'circle-check' : 'pencil'} />
      <Say k={done ? 'apply:folder.done' : filled ? 'apply:folder.look' : 'apply:folder.open'} />
    </span>
  )
}
