import type { PublicHall } from '#app/domain/hall.ts'
import { formatDay } from '#app/i18n/format.ts'
import { hasText } from '#app/i18n/messages.ts'
import { rulesEdition } from '#app/services/index.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { HallLines } from '#app/ui/hall.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { HallUnknown } from './result-hall.tsx'
import type { Sheet, SheetRow } from './sheet.ts'

/** Where the sheets are taken: the county, and the halls that receive applications from there. */
export type Place = { readonly county: string | null; readonly halls: readonly PublicHall[] }

type Props = { sheet: Sheet; place: Place; asOf: string }

/** One adult's sheet for the window: by office, what to do or to ask, for whom; the papers, each once; the hall, of several one and how many there are. */
export function SheetPart({ sheet, place: { county, halls }, asOf }: Props): JSX.Element {
  const [first, ...others] = halls
  return (
    <article className="window-sheet">
      <h2>
        {sheet.name === null ? <Say k="result:household" /> : <MemberName name={sheet.name} />}
        {county !== null && (
          <small>
            {' · '}
            <Say k={`places:counties.${county}`} />
          </small>
        )}
      </h2>
      {county !== null && halls.length === 0 && <HallUnknown county={county} />}
      {first && <HallLines hall={first} isBrief={others.length > 0} />}
      {others.length > 0 && <Say as="p" className="quiet" k="halls:received.more" values={{ count: others.length }} />}
      {sheet.offices.map(({ department, rows }) => (
        <section key={department}>
          <Say as="h3" k={`departments:${department}`} />
          <ul>
            {rows.map((row) => (
              <SheetRowItem key={[row.service, ...row.says].join(' ')} row={row} of={sheet.name} />
            ))}
          </ul>
        </section>
      ))}
      {sheet.notes.map((id) => hasText(`notes:${id}`) && <Say as="p" key={id} k={`notes:${id}`} />)}
      {sheet.papers.length > 0 && (
        <section className="sheet-papers">
          <Say as="h3" k="result:sheet.bring" />
          <ul>
            {sheet.papers.map((key) => (
              <Say as="li" key={key} k={key} />
            ))}
          </ul>
        </section>
      )}
      <p className="quiet">
        <Say k="result:reference" /> <InModes>{(language) => formatDay(language, asOf)}</InModes>{' '}
        <Say k="result:rules" values={{ version: rulesEdition }} />
      </p>
    </article>
  )
}

/** A service, for whom where that is not told above, and what to do or to ask. */
function SheetRowItem({ row: { service, names, says }, of }: { row: SheetRow; of: string | null }): JSX.Element {
  const others = names.length > 1 || names[0] !== of
  return (
    <li>
      <b>
        <Say k={`services/${service}:name`} />
      </b>
      {others &&
        names.map((name) => (
          <span key={name} className="sheet-who">
            {' '}
            {name === null ? <Say k="result:household" /> : <MemberName name={name} />}
          </span>
        ))}
      {says.map((key) => (
        <span key={key}> {key.endsWith('.ask') ? <Say as="q" k={key} /> : <Say k={key} />}</span>
      ))}
    </li>
  )
}
