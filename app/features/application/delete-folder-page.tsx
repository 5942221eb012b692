import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'

/** Deletes drafts; a submitted application is withdrawn instead. */
export function DeleteFolderPage({ mode, at, allowed, days }: { mode: Mode; at: string; allowed: boolean; days: number }): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['application']}>
      <Say as="h1" k="application:delete.title" />
      <Say as="p" className="lead" k={allowed ? 'application:delete.lead' : 'application:delete.submitted'} values={{ days }} />
      <form method="post" action={paths.deleteFolder(mode)} className="actions">
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
