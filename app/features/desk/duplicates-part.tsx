import type { DuplicateGround } from '#app/domain/duplicate-ground.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Status } from '#app/domain/status.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { countyName, nameIn } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import { County } from './text-parts.tsx'

type Difference = { target: string; label: InEvery<string>; ours: InEvery<string> | null; theirs: InEvery<string> | null; differs: boolean }
type Duplicate = { county: string; ground: DuplicateGround } & (
  | { here: true; id: string; status: Status; rows: readonly Difference[]; damaged: { table: string; id: string } | null }
  | { here: false }
)

/** Other open applications for the same service that may be of the same person, each with the ground. */
export type DuplicatesProps = { mode: Mode; duplicates: readonly Duplicate[] }

/** Possible duplicates: side by side where the reader may see them, else only that there is one, and where. */
export function Duplicates({ mode, duplicates }: DuplicatesProps): JSX.Element | null {
  if (duplicates.length === 0) return null
  return (
    <section aria-labelledby="duplicates">
      <Say as="h2" id="duplicates" k="desk:case.duplicates" />
      {duplicates.map((one, index) =>
        one.here ? (
          <Beside key={one.id} mode={mode} {...one} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: of these nothing is known but the place and the ground
          <div key={index} className="notice">
            <Say as="p" k="desk:case.elsewhere" values={(language) => ({ place: nameIn(language, countyName(one.county)) })} />
            <Say as="p" className="quiet" k={`desk:case.ground.${one.ground}`} />
          </div>
        ),
      )}
    </section>
  )
}

function Beside({ mode, id, status, county, ground, rows, damaged }: { mode: Mode } & Extract<Duplicate, { here: true }>): JSX.Element {
  const which = (
    <>
      <a href={paths.deskCase(mode, id)}>
        <Say k="desk:case.other" />
      </a>{' '}
      <County code={county} /> <StatusBadge status={status} /> <Say className="quiet" k={`desk:case.ground.${ground}`} />
    </>
  )
  if (damaged)
    return (
      <div className="notice">
        <p>{which}</p>
        <p>
          <UnreadableRow {...damaged} />
        </p>
      </div>
    )
  return (
    <div className="scrolling">
      <table className="queue">
        <caption>{which}</caption>
        <thead>
          <tr>
            {['label', 'this', 'other'].map((column) => (
              <th key={column} scope="col">
                <Say k={`desk:case.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ target, label, ours, theirs, differs }) => (
            <tr key={target} className={differs ? 'differs' : undefined}>
              <th scope="row">
                <BilingualText text={label} />
                {differs && <Say as="p" className="reason" k="desk:case.differs" />}
              </th>
              <td>{ours && <BilingualText text={ours} />}</td>
              <td>{theirs && <BilingualText text={theirs} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
