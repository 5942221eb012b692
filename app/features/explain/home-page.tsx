import type { Announcement } from '#app/domain/announcement.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { topicIds } from '#app/services/define.ts'
import { Announcements } from '#app/ui/announcements.tsx'
import { BeforeSettlingLink } from '#app/ui/before-settling-link.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { TopicTiles } from './topic-tiles.tsx'

/** The front page: the site in brief, the self-check, the seven topics. */
export function HomePage({ mode, announcements }: { mode: Mode; announcements: readonly Announcement[] }): JSX.Element {
  return (
    <Page mode={mode} at={paths.home(mode)} texts={['home', 'common', ...(announcements.length > 0 ? ['place-texts'] : [])]}>
      <Announcements all={announcements} />
      <div className="columns">
        <div>
          <Say as="h1" k="home:title" />
          <Say as="p" className="lead" k="home:lead" />
          <div className="actions">
            <IconLink className="button" href={paths.check(mode)} icon="list-checks" k="home:start-check" />
            <a className="text-link" href={paths.openCheck(mode)}>
              <Say k="common:nav.open" />
            </a>
          </div>
          <Say as="p" className="quiet" k="home:about-check" />
        </div>
        <LandPromise />
      </div>
      <section className="wide">
        <Say as="h2" k="home:topics" />
        <TopicTiles mode={mode} topics={topicIds} />
      </section>
      <SearchBox mode={mode} />
      <ul className="plain-list">
        <li>
          <BeforeSettlingLink />
        </li>
        <li>
          <IconLink href={paths.policy(mode)} icon="scale" k="home:read-policy" />
        </li>
      </ul>
    </Page>
  )
}

/** A search field in a plain form. */
export function SearchBox({ mode, q = '' }: { mode: Mode; q?: string }): JSX.Element {
  return (
    <search>
      <form action={paths.search(mode)} method="get" className="card">
        <label className="field" htmlFor="q">
          <Say k="search:label" />
          <input id="q" name="q" type="search" defaultValue={q} maxLength={100} />
        </label>
        <button type="submit" className="button second small">
          <Icon name="search" />
          <Say k="search:button" />
        </button>
      </form>
    </search>
  )
}
