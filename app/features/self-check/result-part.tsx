import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { Cached } from '#app/ui/render-cache.tsx'
import type { Part, Told } from './result.ts'
import { ResultCard } from './result-card.tsx'

/** The id of a part on its page. */
export const anchor = ({ member }: Part) => (member === null ? 'household' : `member-${member}`)

/** Who a part is about. */
export function PartName({ part: { name } }: { part: Part }): JSX.Element {
  return name === null ? <Say k="result:household" /> : <MemberName name={name} />
}

type PartProps = { mode: Mode; part: Part; only: string | undefined; asOf: string; paper: boolean }

/** The results of the household, or of one member, by verdict. */
export function PartSection({ mode, part, only, asOf, paper }: PartProps): JSX.Element {
  return (
    <section aria-labelledby={anchor(part)} className="part">
      <h2 id={anchor(part)}>
        <Icon name={part.member === null ? 'users' : 'user'} />
        <PartName part={part} />
      </h2>
      {part.groups.map(({ verdict, results }) => (
        <section key={verdict}>
          <h3 className="group-title">
            <Say k={`verdicts:${verdict}.group`} />
            <span className="count">{results.length}</span>
          </h3>
          {verdict === 'not-applicable' ? (
            <Cached as="div" by={JSON.stringify([results.map(({ service, deciding }) => [service, deciding]), paper])}>
              {() => <NotForYou mode={mode} results={results} paper={paper} />}
            </Cached>
          ) : (
            <ul className="plain-list">
              {results.map((told) => (
                <ResultCard key={told.service} mode={mode} told={told} member={part.member} only={only} asOf={asOf} paper={paper} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </section>
  )
}

/** Services that do not apply: collapsed, each with its reason. */
function NotForYou({ mode, results, paper }: { mode: Mode; results: readonly Told[]; paper: boolean }): JSX.Element {
  const list = (
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
  if (paper) return list
  return (
    <details>
      <summary>
        <Say k="result:show-not-for-you" />
      </summary>
      {list}
    </details>
  )
}
