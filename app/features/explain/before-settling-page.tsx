import type { Day } from '#app/domain/day.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { type Line, type Matter, matters, saidOf, wayLines, ways } from '#app/services/before-settling.ts'
import { serviceOn } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Layer } from '#app/ui/layer.tsx'
import { Page } from '#app/ui/page.tsx'
import { HowFar } from '#app/ui/statements.tsx'

const at = 'before-settling'

/** Before one settles: what settling, a residence permit and registration only mean for five matters: an answer to each, and folded, the three ways. */
export function BeforeSettlingPage({ mode, asOf }: { mode: Mode; asOf: Day }): JSX.Element {
  return (
    <Page mode={mode} at={paths.beforeSettling(mode)} texts={[at]}>
      <Say as="h1" k={`${at}:title`} />
      <Say as="p" className="lead" k={`${at}:lead`} />
      {matters.map((matter) => (
        <MatterPart key={matter.id} matter={matter} />
      ))}
      <Layer level={2} k={`${at}:three`}>
        <Ways lines={(way) => [`${at}:ways.${way}.lines`, wayLines[way]]} />
        <Basis groups={ways.map((way) => [`${at}:ways.${way}.lines`, wayLines[way]])} />
      </Layer>
      <LandPromise folded />
      <Say as="h2" k={`${at}:next`} />
      <div className="actions">
        <IconLink className="button" href={paths.check(mode)} icon="list-checks" k="home:start-check" />
      </div>
      <ul className="plain-list">
        {ways
          .filter((way) => serviceOn(way, asOf))
          .map((way) => (
            <li key={way}>
              <IconLink href={paths.service(mode, way)} icon="arrow-right" k={`services/${way}:name`} />
            </li>
          ))}
      </ul>
    </Page>
  )
}

/** One matter: what one reads of it, in sight; opened, what each way means, what is so in all, and where it stands. */
function MatterPart({ matter }: { matter: Matter }): JSX.Element {
  const key = `${at}:matters.${matter.id}`
  return (
    <Layer level={2} k={`${key}.name`} said={<Answer at={`${key}.answer`} lines={matter.answer} />}>
      <span id={matter.id} className="anchor" />
      <Ways lines={(way) => [`${key}.${way}`, matter[way]]} />
      {matter.all.length > 0 && (
        <>
          <Say as="h3" k={`${at}:all`} />
          <Lines at={`${key}.all`} lines={matter.all} />
        </>
      )}
      <Basis groups={saidOf.map((part) => [`${key}.${part}`, matter[part]])} />
    </Layer>
  )
}

/** What one reads of a matter before it is opened; how far it binds stands at the end of its line. */
function Answer({ at: key, lines }: { at: string; lines: readonly Line[] }): JSX.Element {
  return (
    <>
      {lines.map((line) => (
        <span key={line.id} className="said-closed">
          <Say k={`${key}.${line.id}`} /> {!line.asks && <HowFar of={line} />}
        </span>
      ))}
    </>
  )
}

/** The key of some lines, and the lines. */
type Group = readonly [at: string, lines: readonly Line[]]

/** The three ways one under the other: a list that needs no width, read out as name and meaning. */
function Ways({ lines }: { lines: (way: (typeof ways)[number]) => Group }): JSX.Element {
  return (
    <dl className="ways">
      {ways.map((way) => {
        const [key, said] = lines(way)
        return (
          <div key={way}>
            <Say as="dt" k={`${at}:ways.${way}.name`} />
            <dd>
              <Lines at={key} lines={said} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Lines({ at: key, lines }: { at: string; lines: readonly Line[] }): JSX.Element {
  return (
    <>
      {lines.map((line) => (
        <div key={line.id} className="said">
          <Say as="p" className={line.asks && 'unwritten'} k={`${key}.${line.id}`} />
          {!line.asks && <HowFar of={line} />}
        </div>
      ))}
    </>
  )
}

/** Where it stands, closed: every sentence with its sources; of what is written nowhere, what was looked through. */
function Basis({ groups }: { groups: readonly Group[] }): JSX.Element {
  return (
    <Layer k="result:basis">
      <ul className="facts">
        {groups.flatMap(([key, lines]) =>
          lines.map(({ id, asks, sources, certainty, inferred }) => (
            <li key={`${key}.${id}`}>
              <Say as="p" k={`${key}.${id}`} />
              {asks && <Say as="p" className="quiet" k={`${at}:looked-through`} />}
              <Citations sources={sources} certainty={asks ? undefined : certainty} inferred={inferred} />
            </li>
          )),
        )}
      </ul>
    </Layer>
  )
}
