import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Person } from '#app/ui/person.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { ListedApplication } from './summaries.ts'

/** What the hall waits for: each application that is to be corrected, with the way there. */
export function YourTurnPart({ mode, applications }: { mode: Mode; applications: readonly ListedApplication[] }): JSX.Element | null {
  const asked = applications.filter(({ status, damaged }) => status === 'correction-asked' && !damaged)
  if (asked.length === 0) return null
  return (
    <section className="card" id="your-turn">
      <Say as="h2" k="application:list.your-turn" />
      {asked.map(({ number, title, name }) => (
        <div key={number}>
          <Person name={name} />
          <p>
            <BilingualText text={title} />
          </p>
          <div className="actions">
            <a className="button" href={paths.correct(mode, number)}>
              <Say k="application:go-correct" />
              <Icon name="arrow-right" />
            </a>
          </div>
        </div>
      ))}
    </section>
  )
}
