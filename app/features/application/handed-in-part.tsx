import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { ReceivedBy } from '#app/ui/hall.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ForMember } from '#app/ui/member-name.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { HandedInNow } from './handed-in.server.ts'

/** After handing in, until the hall takes it in: that it is done, who has it, what follows and when, and what to have ready. */
export function HandedInPart({ mode, code, now }: { mode: Mode; code: string; now: HandedInNow }): JSX.Element {
  const { of, receivers, limits, originals, phone } = now
  // Where no hall receives, nobody looks at it, and nobody calls.
  const isReceived = receivers.some(({ halls }) => halls.length > 0)
  const statements = limits.flatMap(({ title, says }) => says.map((statement) => ({ title, statement })))
  return (
    <section className="card" id="handed-in" role="status">
      {of.length > 0 && (
        <ul>
          {of.map(({ number, title, name }) => (
            <li key={number}>
              <BilingualText text={title} />
              <ForMember name={name} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <Say k="application:code" /> <strong className="code">{code}</strong>
      </p>
      {receivers.map((one) => (
        <ReceivedBy key={one.county} receivers={one} />
      ))}
      {isReceived && <Say as="p" k="application:status.submitted.next" />}
      {statements.length === 0 ? (
        <Say as="p" k="application:no-limit" />
      ) : (
        <>
          <Say as="h2" k="application:handed-in.limit" />
          <ul>
            {statements.map(({ title, statement }) => (
              <li key={`${title.zh} ${statement.zh}`}>
                <BilingualText text={title} />{' '}
                <span className="quiet">
                  <BilingualText text={statement} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Say as="p" k="application:handed-in.told" />
      {isReceived && (
        <Say as="p" k={phone === null ? 'application:handed-in.no-call' : 'application:handed-in.call'} values={{ phone: phone ?? '' }} />
      )}
      {originals.length > 0 && (
        <>
          <Say as="h2" k="application:handed-in.originals" />
          <ul>
            {originals.map(({ key, label, name, count }) => (
              <li key={key}>
                <BilingualText text={label} />
                <ForMember name={name} /> {count > 0 && <Say className="quiet" k="application:files" values={{ count }} />}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="actions">
        <a className="button" href={paths.slip(mode)}>
          <Icon name="bookmark" />
          <Say k="application:handed-in.slip" />
        </a>
      </div>
    </section>
  )
}
