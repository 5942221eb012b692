import type { Difference } from '#app/cases/differences.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Conflict, OpenedAt } from '#app/ui/conflict.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'

type Props = {
  mode: Mode
  at: string
  allowed: boolean
  days: number
  inFolder: string
  version: string
  /** What changed in it since the page was opened. */
  differences: readonly Difference[]
}

/** Deletes drafts; a submitted application is withdrawn instead. */
export function DeleteFolderPage({ mode, at, allowed, days, inFolder, version, differences }: Props): JSX.Element {
  return (
    <Page
      {...{ mode, at }}
      texts={['application', ...(differences.length > 0 ? ['conflict'] : [])]}
      switching={differences.length > 0 ? { by: 'form', form: 'delete' } : { by: 'links' }}
      back={{ href: paths.applications(mode), k: 'application:title' }}
    >
      <Conflict kind="act" form={allowed ? 'delete' : null} now={paths.applications(mode)} differences={differences} />
      <Say as="h1" k="application:delete.title" />
      <Say as="p" className="lead" k={allowed ? 'application:delete.lead' : 'application:delete.submitted'} values={{ days }} />
      <form id="delete" method="post" action={paths.deleteFolder(mode)} className="actions">
        <OpenedAt version={version} folder={inFolder} />
        {allowed && (
          <button type="submit" className="button">
            <Icon name="trash-2" />
            <Say k="application:delete.button" />
          </button>
        )}
        <a className="text-link" href={paths.applications(mode)}>
          <Say k={allowed ? 'application:delete.keep' : 'application:slip.to-applications'} />
        </a>
      </form>
    </Page>
  )
}
