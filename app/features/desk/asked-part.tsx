import type { EventText } from '#app/domain/event-text.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { ResidentText } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import { Moment } from './text-parts.tsx'

/** A question of the resident; `unreadable`: the id of its event where it cannot be read. */
export type Question = { readonly text: EventText | null; readonly at: string | null; readonly unreadable: string | null }

/** What the resident asks, and the way to answer it; nothing where no question waits. */
export function Asked({ mode, id, asked, mayAnswer }: { mode: Mode; id: string; asked: readonly Question[]; mayAnswer: boolean }) {
  if (asked.length === 0) return null
  return (
    <section className="notice" id="asked" aria-labelledby="asked-title">
      <Say as="h2" id="asked-title" k="desk:case.asked" />
      <Questions asked={asked} />
      {mayAnswer && (
        <p>
          <a className="button" href={paths.deciding(mode, id, 'answer-resident')}>
            <Say k="steps:answer-resident.title" />
          </a>
        </p>
      )}
    </section>
  )
}

/** Questions, each with its moment, in the words of the resident. */
export function Questions({ asked }: { asked: readonly Question[] }): JSX.Element {
  return (
    <>
      {asked.map(({ text, at, unreadable }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they only grow
        <div key={index}>
          <p className="quiet">{at !== null && <Moment at={at} />}</p>
          {text && <ResidentText {...text} />}
          {unreadable !== null && <UnreadableRow table="events" id={unreadable} />}
        </div>
      ))}
    </>
  )
}
