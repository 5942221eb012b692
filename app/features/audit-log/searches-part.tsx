import type { SearchGround, SearchKind } from '#app/domain/person-search.ts'
import { formatMoment } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { DeskTable } from '#app/ui/desk-table.tsx'

/** A search for a person, as the log shows it. */
export type ShownSearch = {
  at: string
  by: string | null
  kind: SearchKind
  /** Null: by a name, which finds nobody. */
  ground: SearchGround | null
  /** The same for the same number. */
  mark: string
  found: number
  /** The case in whose course it was, where one may see it. */
  case: string | null
}

/** Who searched for whom. */
export function Searches({ mode, searches, days }: { mode: Mode; searches: readonly ShownSearch[]; days: number }): JSX.Element {
  return (
    <section aria-labelledby="searches">
      <Say as="h2" id="searches" k="people:log.title" />
      <Say as="p" k="people:log.lead" values={{ days }} />
      {searches.length === 0 ? (
        <Say as="p" className="notice" k="people:log.none" />
      ) : (
        <DeskTable
          heads={['at', 'by', 'how', 'mark', 'found'].map((head) => `people:log.head.${head}`)}
          rows={searches.map(({ at, by, kind, ground, mark, found, case: of }, index) => ({
            key: `${at} ${index}`,
            cells: [
              <InModes key="at">{(language) => formatMoment(language, at)}</InModes>,
              by === null ? <Say key="by" k="desk:case.unknown-staff" /> : <Typed key="by">{by}</Typed>,
              <span key="how">
                <Say k={`people:kind.options.${kind}`} />{' '}
                {ground !== null && <Say className="quiet" k={`people:ground.options.${ground}`} />}{' '}
                {of !== null && (
                  <a className="text-link" href={paths.deskCase(mode, of)}>
                    <Say k="people:log.case" />
                  </a>
                )}
              </span>,
              <span key="mark" className="code">
                {mark}
              </span>,
              <Typed key="found">{String(found)}</Typed>,
            ],
          }))}
        />
      )}
    </section>
  )
}
