import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { Service } from '#app/services/define.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Pictogram } from '#app/ui/pictogram.tsx'

/** Services as tiles: name, and benefit. */
export function ServiceTiles({ mode, services }: { mode: Mode; services: readonly Service[] }): JSX.Element {
  return (
    <ul className="tiles">
      {services.map(({ id }) => (
        <li key={id}>
          <a className="tile" href={paths.service(mode, id)}>
            <Pictogram of={id} />
            <span>
              <strong>
                <Say k={`services/${id}:name`} />
              </strong>
              <Say k={`services/${id}:plain`} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Matters that are only explained, as tiles. */
export function ExplanationTiles({ mode, ids }: { mode: Mode; ids: readonly string[] }): JSX.Element {
  return (
    <ul className="tiles">
      {ids.map((id) => (
        <li key={id}>
          <a className="tile" href={paths.explanation(mode, id)}>
            <Pictogram of={id} />
            <span>
              <strong>
                <Say k={`explanations:${id}.name`} />
              </strong>
              <Say k={`explanations:${id}.plain`} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
