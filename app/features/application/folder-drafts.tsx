import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Labelled, Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { OpenedAt } from '#app/ui/conflict.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { MemberName, usePlainMemberName } from '#app/ui/member-name.tsx'

/** A draft in the list of a folder; `name`: whom it is for; `version`: of what is deleted with it. */
export type ShownDraft = { number: number; service: string; name: string | null; version: string }
/** The draft that changed since the list was opened: what was to be done with it, and the version its form carries now. */
export type ChangedDraft = { act: 'replace' | 'remove'; number: number; version: string } | undefined
/** The draft of a retired service: its last day, and its successor. */
export type RetiredDraft = ShownDraft & { until: string | null; successor: string | null }

type RemoveProps = { mode: Mode; inFolder: string; draft: ShownDraft; changed: ChangedDraft }
type RetiredProps = Omit<RemoveProps, 'draft'> & { retired: readonly RetiredDraft[]; mayRemove: boolean }

/** Retired services, since when, and what can be done about their drafts. */
export function RetiredDrafts({ mode, inFolder, retired, mayRemove, changed }: RetiredProps): JSX.Element {
  return (
    <section className="notice" id="retired">
      <Say as="h2" k="retired:draft.title" />
      <Say as="p" k="retired:draft.lead" />
      <ul className="plain-list tasks">
        {retired.map(({ until, successor, ...draft }) => (
          <li key={draft.number}>
            <span>
              <Say {...serviceName(draft.service)} /> {draft.name !== null && <MemberName name={draft.name} />}{' '}
              {until !== null && <Say as="p" k="retired:draft.until" values={(language) => ({ day: formatDay(language, until) })} />}
              {successor === null ? (
                <Say as="p" k="retired:draft.none" />
              ) : (
                <>
                  <p>
                    <Labelled label="retired:draft.successor" of={serviceName(successor)} />
                  </p>
                  <Say as="p" k="retired:draft.answers-stay" />
                </>
              )}
            </span>
            {successor !== null && (
              <form id={`replace-${draft.number}`} method="post" action={paths.folder(mode)}>
                <OpenedAs act="replace" {...{ draft, inFolder, changed }} />
                <button type="submit" className="button small" name="replace" value={draft.number}>
                  <Say k="retired:draft.replace" />
                </button>
              </form>
            )}
            {mayRemove && <Remove {...{ mode, inFolder, draft, changed }} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Removes a draft. */
export function Remove({ mode, inFolder, draft, changed }: RemoveProps): JSX.Element {
  const [plain, named] = [usePlain(), usePlainMemberName()]
  const { number, service, name } = draft
  const { k, values } = serviceName(service)
  return (
    <form id={`remove-${number}`} method="post" action={paths.folder(mode)}>
      <OpenedAs act="remove" {...{ draft, inFolder, changed }} />
      <button
        type="submit"
        className="button second small"
        name="remove"
        value={number}
        aria-label={`${plain('apply:folder.remove')} ${plain(k, values)} ${named(name)}`.trim()}
      >
        <Icon name="trash-2" />
        <Say k="apply:folder.remove" />
      </button>
    </form>
  )
}

/** Where a draft changed meanwhile, its form says what was to be done also without that button: a switch of the language sends it. */
function OpenedAs({ act, draft, inFolder, changed }: Omit<RemoveProps, 'mode'> & { act: 'replace' | 'remove' }): JSX.Element {
  const isChanged = changed?.act === act && changed.number === draft.number
  return (
    <>
      <OpenedAt version={isChanged ? changed.version : draft.version} folder={inFolder} />
      {isChanged && <input type="hidden" name={act} value={draft.number} />}
    </>
  )
}
