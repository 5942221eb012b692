import type { Check } from '#app/forms/household-form.ts'
import { formatDay } from '#app/i18n/format.ts'
import { type Mode, parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { type Part, tell } from './result.ts'
import { anchor, PartName, PartSection } from './result-part.tsx'

type Props = {
  mode: Mode
  at: string
  only: string | undefined
  asOf: string
  rules: string
  check: Check
}

/** The results of the household, then of each member; best first. */
export function ResultPage({ mode, at, only, asOf, rules, check }: Props): JSX.Element {
  const parts = tell(check, only, asOf)
  return (
    <Page mode={mode} at={at} texts={['result', 'check', 'verdicts', 'notes', ...servicesOf(parts)]} script>
      <Say as="h1" k="result:title" />
      <div className="columns">
        <div className="beside">
          <Notice asOf={asOf} rules={rules} county={check.county} />
          <Contents parts={parts} />
          <ResultActions mode={mode} only={only} />
        </div>
        <div>
          <LandPromise />
          {parts.map((part) => (
            <PartSection key={part.member} mode={mode} part={part} only={only} asOf={asOf} paper={false} />
          ))}
        </div>
      </div>
    </Page>
  )
}

/** The actions below the results. */
function ResultActions({ mode, only }: { mode: Mode; only: string | undefined }): JSX.Element {
  return (
    <nav className="links no-print">
      <IconLink className="button" href={paths.apply(mode)} icon="pencil" k="apply:start-all" />
      <IconLink href={paths.summary(mode, only)} icon="pencil" k="result:change-answers" />
      <IconLink href={paths.whatIf(mode, only)} icon="rotate-ccw" k="result:what-if" />
      <IconLink href={paths.print(parallelMode, only)} icon="printer" k="result:print" />
      <IconLink href={paths.saveCheck(mode)} icon="bookmark" k="result:save" />
      <IconLink href={paths.clearCheck(mode)} icon="eraser" k="check:clear" />
    </nav>
  )
}

/** The results for print: everything expanded, no controls. */
export function PrintPage({ mode, at, only, asOf, rules, check }: Props): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['result']} script>
      <div className="print-parallel">
        <Say as="h1" k="result:title" />
        <p className="no-print">
          <button type="button" className="button second" data-print hidden>
            <Icon name="printer" />
            <Say k="result:print-now" />
          </button>
        </p>
        <Say as="p" className="quiet no-print" k="result:print-help" />
        <Notice asOf={asOf} rules={rules} county={check.county} />
        <LandPromise />
        {tell(check, only, asOf).map((part) => (
          <PartSection key={part.member} mode={mode} part={part} only={only} asOf={asOf} paper />
        ))}
      </div>
    </Page>
  )
}

/** "The hall decides": once, prominently. */
function Notice({ asOf, rules, county }: { asOf: string; rules: string; county: string | undefined }): JSX.Element {
  return (
    <div className="notice">
      <p>
        <strong>
          <Say k="result:final-word" />
        </strong>
      </p>
      {county && (
        <p>
          <Say k="result:county" /> <Say k={`places:counties.${county}`} />
        </p>
      )}
      <p className="quiet">
        <InModes>{(language) => formatDay(language, asOf)}</InModes> <Say k="result:rules" values={{ version: rules }} />
      </p>
    </div>
  )
}

/** Links to the household and each member, with how many services they may get. */
function Contents({ parts }: { parts: readonly Part[] }): JSX.Element | null {
  if (parts.length < 2) return null
  return (
    <ul className="plain-list contents no-print">
      {parts.map((part) => (
        <li key={part.member}>
          <a className="text-link" href={`#${anchor(part)}`}>
            <PartName part={part} />
          </a>
          {part.groups
            .filter(({ verdict }) => verdict !== 'not-applicable')
            .map(({ verdict, results }) => (
              <span key={verdict} className="count">
                <b>{results.length}</b> <Say k={`verdicts:${verdict}.name`} />
              </span>
            ))}
        </li>
      ))}
    </ul>
  )
}

function servicesOf(parts: readonly Part[]): string[] {
  const ids = new Set(parts.flatMap(({ groups }) => groups.flatMap(({ results }) => results.map(({ service }) => service))))
  return [...ids].map((id) => `services/${id}`)
}
