import type { Check } from '#app/forms/household-form.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { PartSection } from './print-part.tsx'
import { tell } from './result.ts'

type Props = { mode: Mode; at: string; only: string | undefined; asOf: string; rules: string; check: Check }

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
          <PartSection key={part.member} mode={mode} part={part} asOf={asOf} />
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
