import type { InEvery } from '#app/domain/language.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { Changed as ChangedItem } from './changed.server.ts'
import { ReadersFirst } from './text-parts.tsx'

/** What the last correction changed; null where there was none. */
export type ChangedProps = { mode: Mode; changed: readonly ChangedItem[] | null }

/** What changed by a correction, old and new beside each other: it is read before all the rest. */
export function Changed({ mode, changed }: ChangedProps): JSX.Element | null {
  if (changed === null) return null
  return (
    <section className="card changed" aria-labelledby="changed" data-item tabIndex={-1}>
      <Say as="h2" id="changed" k="desk:changed.title" />
      {changed.length === 0 ? (
        <Say as="p" k="desk:changed.nothing" />
      ) : (
        <div className="scrolling">
          <table className="desk-table">
            <thead>
              <tr>
                <th scope="col">
                  <Say k="desk:changed.what" />
                </th>
                <th scope="col">
                  <Say k="desk:changed.before" />
                </th>
                <th scope="col">
                  <Say k="desk:changed.now" />
                </th>
              </tr>
            </thead>
            <tbody>
              {changed.map((one) => (
                <tr key={one.target}>
                  <th scope="row">
                    <BilingualText text={one.label} />
                  </th>
                  {one.files === null ? (
                    <>
                      <td>
                        <Value mode={mode} value={one.before} />
                      </td>
                      <td>
                        <strong>
                          <Value mode={mode} value={one.now} />
                        </strong>
                      </td>
                    </>
                  ) : (
                    <td colSpan={2}>
                      <Say k="desk:changed.files" values={{ count: one.files }} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Value({ mode, value }: { mode: Mode; value: InEvery<string> | null }): JSX.Element {
  return value === null ? <Say className="quiet" k="desk:correct.empty" /> : <ReadersFirst text={value} mode={mode} />
}
