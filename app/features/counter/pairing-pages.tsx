import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { Page } from '#app/ui/page.tsx'

/** Pairing of a screen: one tap, after choosing the language. Viewing the page does not use up the token. A token of before leads on. */
export function JoinPage({ mode, at, join, good }: { mode: Mode; at: string; join: string; good: boolean }): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['counter']}>
      <Say as="h1" k="counter:shared-session.title" />
      <Say as="p" className="lead" k={good ? 'counter:shared-session.join-lead' : 'counter:shared-session.join-old'} />
      {good ? (
        <form method="post" action={paths.sharedSession(mode)} className="actions">
          <input type="hidden" name="join" value={join} />
          <button type="submit" className="button">
            <Say k="counter:shared-session.join" />
            <Icon name="arrow-right" />
          </button>
        </form>
      ) : (
        <OwnApplications mode={mode} />
      )}
    </Page>
  )
}

/** The assisted session is over: nothing of it is left on this screen. */
export function OverPage({ mode, at }: { mode: Mode; at: string }): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['counter']}>
      <Say as="h1" k="counter:shared-session.over" />
      <Say as="p" className="lead" k="counter:shared-session.over-text" />
      <OwnApplications mode={mode} />
    </Page>
  )
}

function OwnApplications({ mode }: { mode: Mode }): JSX.Element {
  const plain = usePlain()
  return (
    <nav className="links" aria-label={plain('common:menu')}>
      <IconLink href={paths.openFolder(mode)} icon="file-text" k="common:nav.applications" />
      <IconLink href={paths.home(mode)} icon="mountain" k="common:nav.home" />
    </nav>
  )
}
