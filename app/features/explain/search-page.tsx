import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { Hotlines } from '#app/ui/hotline.tsx'
import { Page } from '#app/ui/page.tsx'
import { SearchBox } from './home-page.tsx'
import { type Part, partIds, parts } from './search/parts.ts'
import type { Found, Instead } from './search.server.ts'
import { TopicTiles } from './topic-tiles.tsx'

type SearchPageProps = {
  mode: Mode
  at: string
  q: string
  found: readonly Found[]
  instead: Instead | null
}

/** The search: a plain form, and what was found; where no service was, where to look instead. */
export function SearchPage({ mode, at, q, found, instead }: SearchPageProps): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['search']}>
      <Say as="h1" k="search:title" />
      <SearchBox mode={mode} q={q} />
      {q && (
        <p role="status">
          <Say k={instead ? 'search:nothing' : 'search:found'} values={{ count: found.length }} />
        </p>
      )}
      {partIds.map((part) => (
        <FoundPart key={part} part={part} found={found.filter(({ kind }) => parts[part].some((one) => one === kind))} />
      ))}
      {instead && (
        <>
          <section>
            <Say as="h2" k="search:instead.services" />
            <FoundList found={instead.services} />
          </section>
          <section className="wide">
            <Say as="h2" k="home:topics" />
            <TopicTiles mode={mode} topics={instead.topics} />
          </section>
          <section>
            <Say as="h2" k="search:instead.ask" />
            <Hotlines numbers={['12345']} />
            <p>
              <a className="text-link" href={paths.services(mode)}>
                <Say k="common:nav.services" />
              </a>
            </p>
          </section>
        </>
      )}
    </Page>
  )
}

function FoundPart({ part, found }: { part: Part; found: readonly Found[] }): JSX.Element | null {
  if (found.length === 0) return null
  return (
    <section>
      <Say as="h2" k={`search:parts.${part}`} />
      <FoundList found={found} />
    </section>
  )
}

function FoundList({ found }: { found: readonly Found[] }): JSX.Element {
  return (
    <ul className="plain-list">
      {found.map(({ kind, to, title, sentence, rests }) => (
        <li className="result" key={title}>
          <p>
            <a href={to}>
              <Say as={kind === 'misunderstanding' ? 'q' : undefined} k={title} />
            </a>
          </p>
          <Say as="p" k={sentence} />
          {rests && <Citations {...rests} />}
        </li>
      ))}
    </ul>
  )
}
