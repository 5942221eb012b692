import type { Announcement } from '#app/domain/announcement.ts'
import type { Receivers } from '#app/domain/hall.ts'
import { type Verdict, verdicts } from '#app/domain/verdict.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { isWay } from '#app/services/before-settling.ts'
import { landStandsAt } from '#app/services/index.ts'
import { Announcements } from '#app/ui/announcements.tsx'
import { BeforeSettlingLink } from '#app/ui/before-settling-link.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { CachedAround, CachedPart } from '#app/ui/render-cache.tsx'
import { ResultHall } from './result-hall.tsx'
import type { KnownLines } from './result-lines.server.ts'
import { countOf, type PartLines, type ResultLines } from './result-lines.ts'
import { Close, Items, Part, Rows } from './result-lines-part.tsx'
import type { Where } from './result-row.tsx'

type Names = readonly { readonly id: string; readonly name: string }[]
type Props = KnownLines & {
  mode: Mode
  at: string
  only: string | undefined
  names: Names
  receivers: Receivers | null
  announcements: readonly Announcement[]
}

/** The results as lines: what falls due, what can be done now by person, what is to be asked; folded, what one has and what is for others. */
export function ResultPage({ mode, at, only, names, lines, by, services, receivers, announcements }: Props): JSX.Element {
  const gaps = new Map(names.map(({ id, name }) => [id, <MemberName key={id} name={name} />]))
  const shown = { lines, by, gaps, where: { mode, only } }
  return (
    <Page
      mode={mode}
      at={at}
      texts={['halls', 'result', 'check', 'verdicts', ...services.map((id) => `services/${id}`)]}
      back={{ href: paths.summary(mode, only), k: 'result:change-answers' }}
      script="result"
    >
      <Say as="h1" className="on-one-line" k="verdicts:eligible.group" />
      <HowMany {...lines} />
      <First {...shown} />
      <Say as="p" className="quiet" k="result:reference" />
      <ResultHall receivers={receivers} />
      <Announcements all={announcements} />
      <ResultActions mode={mode} only={only} settling={services.some(isWay)} />
      <Rest {...shown} services={services} />
    </Page>
  )
}

type ShownProps = {
  readonly lines: ResultLines
  readonly by: string
  /** The names of the members, by id. */
  readonly gaps: ReadonlyMap<string, JSX.Element>
  readonly where: Where
}

/** What falls due, and what can be done now, by person. */
function First({ lines: { due, sections }, by, gaps, where }: ShownProps): JSX.Element {
  return (
    <CachedAround by={`first ${by}`} gaps={gaps}>
      {() => (
        <>
          {due.length > 0 && (
            <section className="due">
              <Say as="h2" k="result:due" />
              <Rows where={where} lines={due} after="due" />
            </section>
          )}
          <div className="now">
            {sections.eligible.map((part) => (
              <Part key={part.member} where={where} part={part} verdict="eligible" />
            ))}
          </div>
        </>
      )}
    </CachedAround>
  )
}

/** All others, by verdict, then what is a right, with its promise. */
function Rest({ lines: { sections, rights }, by, gaps, where, services }: ShownProps & Pick<Props, 'services'>): JSX.Element {
  return (
    <CachedAround by={`rest ${by}`} gaps={gaps}>
      {() => (
        <>
          {verdicts.slice(1).map((verdict) => {
            const Section = verdict === 'possible' || verdict === 'not-yet' ? Below : Folded
            return <Section key={verdict} where={where} parts={sections[verdict]} verdict={verdict} />
          })}
          {(rights.length > 0 || landStandsAt(...services)) && (
            <LandPromise folded={rights.length === 0 || services.length > rights.length}>
              <Items where={where} lines={rights} under="eligible" />
            </LandPromise>
          )}
        </>
      )}
    </CachedAround>
  )
}

/** How many rows there are, and how many have a mark of their own; of nobody who can do anything now, that, and what is worth asking. */
function HowMany({ now, open, rights }: ResultLines): JSX.Element | null {
  if (now + open === 0 && rights.length > 0) return null
  return (
    <p className="how-many">
      {now > 0 ? <Say k="result:now-count" values={{ count: now }} /> : <Say k={open > 0 ? 'result:nobody' : 'result:nobody-at-all'} />}{' '}
      {now > 0 && open > 0 && <Say k="result:below" values={{ count: open }} />}
    </p>
  )
}

type SectionProps = { where: Where; parts: readonly PartLines[]; verdict: Verdict }

/** What is to be asked about, or lacks something: close together, in sight. */
function Below({ where, parts, verdict }: SectionProps): JSX.Element | null {
  if (parts.length === 0) return null
  return (
    <section id={verdict} className="below">
      <Say as="h2" k={`verdicts:${verdict}.group`} />
      <Close where={where} parts={parts} under={verdict} />
    </section>
  )
}

/** What one has already, and what is for others: closed and counted. */
function Folded({ where, parts, verdict }: SectionProps): JSX.Element | null {
  if (parts.length === 0) return null
  return (
    <details id={verdict} className="folded">
      <summary>
        <Say k={`verdicts:${verdict}.group`} /> <Say k="result:items" values={{ count: countOf(parts) }} />
      </summary>
      {parts.map((part) => (
        <Part key={part.member} where={where} part={part} verdict={verdict} />
      ))}
    </details>
  )
}

function ResultActions({ mode, only, settling }: { mode: Mode; only: string | undefined; settling: boolean }): JSX.Element {
  return (
    <CachedPart as="nav" className="links no-print" by={`result actions ${only ?? ''} ${settling}`}>
      {() => (
        <>
          <IconLink className="button" href={paths.apply(mode, 'now')} icon="pencil" k="apply:start-all" />
          <IconLink href={paths.counterfactuals(mode, only)} icon="rotate-ccw" k="result:counterfactuals" />
          <IconLink href={paths.saveCheck(mode)} icon="bookmark" k="result:save" />
          <IconLink href={paths.print(mode, only)} icon="printer" k="result:print" />
          {settling && <BeforeSettlingLink />}
          <IconLink href={paths.clearCheck(mode)} icon="eraser" k="check:clear" />
        </>
      )}
    </CachedPart>
  )
}
