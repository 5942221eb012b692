import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { Page } from '#app/ui/page.tsx'

type Props = { mode: Mode; at: string; closed: boolean; hasCheck: boolean }

/** Closes a folder on this device, after one confirmation. On a shared phone the self-check goes too, which is said where there is one. */
export function CloseFolderPage({ mode, at, closed, hasCheck }: Props): JSX.Element {
  return (
    <Page
      {...{ mode, at }}
      texts={['application', ...(hasCheck ? ['check'] : [])]}
      back={closed ? undefined : { href: paths.applications(mode), k: 'application:title' }}
    >
      <Say as="h1" k={closed ? 'application:close.title' : 'application:close.ask'} />
      <p className="lead" role={closed ? 'status' : undefined}>
        <Say k={closed ? 'application:close.text' : 'application:close.ask-text'} />
      </p>
      {!closed && hasCheck && (
        <div className="notice">
          <Say as="p" k="application:close.check" />
          <p>
            <IconLink href={paths.saveCheck(mode)} icon="bookmark" k="check:save.title" />
          </p>
        </div>
      )}
      {closed ? (
        <a className="button" href={paths.home(mode)}>
          <Say k="common:nav.home" />
        </a>
      ) : (
        <form method="post" action={paths.closeFolder(mode)} className="actions">
          <button type="submit" className="button">
            <Icon name="eraser" />
            <Say k="application:close.button" />
          </button>
          <a className="text-link" href={paths.applications(mode)}>
            <Say k="application:slip.to-applications" />
          </a>
        </form>
      )}
    </Page>
  )
}
