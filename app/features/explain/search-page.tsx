import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { Hotlines } from '#app/ui/hotline.tsx'
import { Page } from '#app/ui/page.tsx'
import { SearchBox } from './home-page.tsx'
import type { Found } from './search.server.ts'

/** The search: a plain form, and its results. */
export function SearchPage({ mode, at, q, found }: { mode: Mode; at: string; q: string; found: readonly Found[] }): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['search']}>
      <Say as="h1" k="search:title" />
      <SearchBox mode={mode} q={q} />
      {q && (
        <p role="status">
          <Say k={found.length > 0 ? 'search:found' : 'search:nothing'} values={{ count: found.length }} />
        </p>
      )}
      <ul className="plain-list">
        {found.map(({ kind, to, title, sentence, rests }) => (
          <li className="result" key={title}>
            <p className="quiet">
              <Say k={`search:kinds.${kind}`} />
            </p>
            <p>
              <a href={to}>
                {kind === 'misunderstanding' ? (
                  <q>
                    <Say k={title} />
                  </q>
                ) : (
                  <Say k={title} />
                )}
              </a>
            </p>
            {sentence && <Say as="p" k={sentence} />}
            {rests && <Citations {...rests} />}
          </li>
        ))}
      </ul>
      {q && found.length === 0 && (
        <>
          <p>
            <a className="text-link" href={paths.services(mode)}>
              <Say k="common:nav.services" />
            </a>
          </p>
          <Hotlines numbers={['12345']} />
        </>
      )}
    </Page>
  )
}
