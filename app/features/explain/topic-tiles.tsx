import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { TopicId } from '#app/services/define.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Pictogram } from '#app/ui/pictogram.tsx'

/** Topics as tiles: name, and what belongs to it. */
export function TopicTiles({ mode, topics }: { mode: Mode; topics: readonly TopicId[] }): JSX.Element {
  return (
    <ul className="tiles">
      {topics.map((topic) => (
        <li key={topic}>
          <a className="tile" href={paths.topic(mode, topic)}>
            <Pictogram of={topic} />
            <span>
              <strong>
                <Say k={`topics:${topic}.name`} />
              </strong>
              <Say k={`topics:${topic}.plain`} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
