import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { Cached } from '#app/ui/render-cache.tsx'
import { PrintCard } from './print-card.tsx'
import type { Part, Told } from './result.ts'

/** The id of a part on its page. */
const anchor = ({ member }: Part) => (member === null ? 'household' : `member-${member}`)

type PartProps = { mode: Mode; part: Part; asOf: string }

/** The results of the household, or of one member, by verdict. */
export function PartSection({ mode, part, asOf }: PartProps): JSX.Element {
  return (
    <section aria-labelledby={anchor(part)} className="part">
      <h2 id={anchor(part)}>
        <Icon name={part.member === null ? 'users' : 'user'} />
        {part.name === null ? <Say k="result:household" /> : <MemberName name={part.name} />}
      </h2>
      {part.groups.map(({ verdict, results }) => (
        <section key={verdict}>
          <h3 className="group-title">
            <Say k={`verdicts:${verdict}.group`} />
            <Say className="count" k="result:items" values={{ count: results.length }} />
          </h3>
          {verdict === 'not-applicable' ? (
            <Cached as="div" by={JSON.stringify(results.map(({ service, deciding }) => [service, deciding]))}>
              {() => <NotForYou mode={mode} results={results} />}
            </Cached>
          ) : (
            <ul className="plain-list">
              {results.map((told) => (
                <PrintCard key={told.service} mode={mode} told={told} asOf={asOf} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </section>
  )
}

/** Services that do not apply, each with its reason. */
function NotForYou({ mode, results }: { mode: Mode; results: readonly Told[] }): JSX.Element {
  return (
    <ul className="changes">
      {results.map(({ service, deciding }) => (
        <li key={service}>
          <a href={paths.service(mode, service)}>
            <Say k={`services/${service}:name`} />
          </a>
          {deciding.map(({ id }) => (
            <Say as="p" className="quiet" key={id} k={`services/${service}:conditions.${id}.no`} />
          ))}
        </li>
      ))}
    </ul>
  )
}
