import { type Verdict, verdicts } from '#app/domain/verdict.ts'
import type { Check } from '#app/forms/household-form.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { landStandsAt } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { countOf, linesOf, type PartLines, type ResultLines } from './result-lines.ts'
import { Part, Rows, type Where } from './result-lines-part.tsx'

type Props = { mode: Mode; at: string; only: string | undefined; asOf: string; check: Check }

/** The results as lines: what can be done now by person, what falls due, what is to be asked; folded, what one has and what is for others. */
export function ResultPage({ mode, at, only, asOf, check }: Props): JSX.Element {
  const lines = linesOf(check, only, asOf)
  const where: Where = { mode, only, names: check.members }
  const { sections } = lines
  return (
    <Page
      mode={mode}
      at={at}
      texts={['result', 'check', 'verdicts', ...servicesOf(lines)]}
      back={{ href: paths.summary(mode, only), k: 'result:change-answers' }}
      script
    >
      <Say as="h1" k="verdicts:eligible.group" />
      <HowMany {...lines} />
      {lines.due.length > 0 && (
        <section className="due">
          <Say as="h2" k="result:due" />
          <Rows where={where} lines={lines.due} after="due" />
        </section>
      )}
      <div className="now">
        {sections.eligible.map((part) => (
          <Part key={part.member} where={where} part={part} verdict="eligible" level={2} />
        ))}
      </div>
      <Say as="p" className="quiet" k="result:reference" />
      <ResultActions mode={mode} only={only} />
      {verdicts.slice(1).map((verdict) => (
        <Folded key={verdict} where={where} parts={sections[verdict]} verdict={verdict} open={lines.now === 0 && isAsked(verdict)} />
      ))}
      {landStandsAt(...servicesOf(lines, (service) => service)) && <LandPromise folded />}
    </Page>
  )
}

/** How many lines there are here, and how many follow; of nobody who can do anything now, that, and what is worth asking. */
function HowMany({ now, below }: ResultLines): JSX.Element {
  return (
    <p className="how-many">
      {now > 0 ? <Say k="result:now-count" values={{ count: now }} /> : <Say k={below > 0 ? 'result:nobody' : 'result:nobody-at-all'} />}{' '}
      {now > 0 && below > 0 && <Say k="result:below" values={{ count: below }} />}
    </p>
  )
}

/** Is a verdict one that is worth asking about? */
const isAsked = (verdict: Verdict) => verdict === 'possible' || verdict === 'not-yet'

type FoldedProps = { where: Where; parts: readonly PartLines[]; verdict: Verdict; open: boolean }

/** What cannot be done at once, closed and counted; open where there is nothing else to read. */
function Folded({ where, parts, verdict, open }: FoldedProps): JSX.Element | null {
  if (parts.length === 0) return null
  return (
    <details id={verdict} className="folded" open={open}>
      <summary>
        <Say k={`verdicts:${verdict}.group`} /> <Say k="result:items" values={{ count: countOf(parts) }} />
      </summary>
      {verdict === 'not-yet' && <Say as="p" k="verdicts:not-yet.meaning" />}
      {parts.map((part) => (
        <Part key={part.member} where={where} part={part} verdict={verdict} level={2} />
      ))}
    </details>
  )
}

function ResultActions({ mode, only }: { mode: Mode; only: string | undefined }): JSX.Element {
  return (
    <nav className="links no-print">
      <IconLink className="button" href={paths.apply(mode)} icon="pencil" k="apply:start-all" />
      <IconLink href={paths.whatIf(mode, only)} icon="rotate-ccw" k="result:what-if" />
      <IconLink href={paths.saveCheck(mode)} icon="bookmark" k="result:save" />
      <IconLink href={paths.print(parallelMode, only)} icon="printer" k="result:print" />
      <IconLink href={paths.clearCheck(mode)} icon="eraser" k="check:clear" />
    </nav>
  )
}

function servicesOf({ sections, due }: ResultLines, named = (id: string) => `services/${id}`): string[] {
  const parts = Object.values(sections).flat()
  const lines = [...due, ...parts.flatMap(({ lines: own, groups }) => [...own, ...groups.flatMap((group) => group.lines)])]
  return [...new Set(lines.map(({ service }) => service))].map(named)
}
