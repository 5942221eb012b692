import type { Check } from '#app/forms/household-form.ts'
import { languagesOf, type Mode, parallelMode, sourceLanguage } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { Option } from '#app/ui/option.tsx'
import { Page } from '#app/ui/page.tsx'
import type { NotDrawn } from './not-drawn.ts'
import { PartSection } from './print-part.tsx'
import { tell } from './result.ts'
import { offeredIn, type Sheet, sheetsOf, shownOf, type Tick } from './sheet.ts'
import { type Place, SheetPart } from './sheet-part.tsx'

/** What the reader chose: what the sheets may tell, and whether why it is so follows them. */
export type Chosen = { readonly ticked: readonly Tick[]; readonly details: boolean }

type Props = {
  mode: Mode
  at: string
  only: string | undefined
  asOf: string
  check: Check
  place: Place
  chosen: Chosen
  notDrawn: NotDrawn | null
}

/** The sheets for the window, one an adult, as they are printed; above them, on the screen only, what may stand on them. */
export function PrintPage(props: Props): JSX.Element {
  const { mode, at, only, asOf, check, place, chosen } = props
  const results = tell(check, only, asOf)
  const sheets = sheetsOf(check, results, asOf, chosen.ticked)
  return (
    <Page
      mode={mode}
      at={at}
      texts={['result']}
      back={{ href: paths.result(mode, only), k: 'result:back-to-result' }}
      switching={{ by: 'form', form: 'sheet' }}
      script
    >
      <div className="no-print">
        <Say as="h1" k="result:sheet.title" />
        <Say as="p" k="result:sheet.lead" />
        {!languagesOf(mode).includes(sourceLanguage) && (
          <p>
            <IconLink href={paths.print(parallelMode, only)} icon="languages" k="result:sheet.both" />
          </p>
        )}
        <Choices {...props} offered={offeredIn(results, asOf)} sheets={sheets} />
      </div>
      {sheets.length === 0 && <Say as="p" k="result:nothing" />}
      {sheets.map((sheet) => (
        <SheetPart key={sheet.id} sheet={sheet} place={place} asOf={asOf} />
      ))}
      {chosen.details && (
        <div className="print-parallel">
          {results.map((part) => (
            <PartSection key={part.member} mode={mode} part={shownOf(part, chosen.ticked)} asOf={asOf} />
          ))}
        </div>
      )}
    </Page>
  )
}

/** What may stand on paper, and the ways to take it along. Posted: what is ticked stands in no address. */
function Choices({
  mode,
  only,
  chosen,
  notDrawn,
  offered,
  sheets,
}: Props & { offered: readonly Tick[]; sheets: readonly Sheet[] }): JSX.Element {
  return (
    <form method="post" action={paths.print(mode, only)} id="sheet" data-again="">
      <fieldset>
        {offered.length > 0 && <Say as="legend" k="result:sheet.tick" />}
        <div className="options">
          {offered.map((tick) => (
            <Option key={tick} inputId={tick} type="checkbox" name="show" value={tick} checked={chosen.ticked.includes(tick)}>
              <Say k={tickKeys[tick]} />
            </Option>
          ))}
          <Option inputId="details" type="checkbox" name="details" value="yes" checked={chosen.details}>
            <Say k="result:sheet.details" />
          </Option>
        </div>
      </fieldset>
      <div className="actions">
        <button type="submit" className="button second">
          <Say k="result:sheet.arrange" />
        </button>
        <button type="button" className="button" data-print hidden>
          <Icon name="printer" />
          <Say k="result:print-now" />
        </button>
      </div>
      <Say as="p" className="quiet" k="result:print-help" />
      {notDrawn && (
        <p className="field-error" role="alert">
          <Say k={`result:sheet.${notDrawn}`} />
        </p>
      )}
      {sheets.length > 0 && (
        <>
          <Say as="p" k="result:sheet.picture" />
          <div className="actions">
            {sheets.map(({ id, name }) => (
              <button
                key={id}
                type="submit"
                className="button second"
                formAction={paths.sheetPicture(mode, only)}
                name="picture"
                value={id}
              >
                <Icon name="bookmark" />
                {name === null ? <Say k="result:household" /> : <MemberName name={name} />}
              </button>
            ))}
          </div>
        </>
      )}
    </form>
  )
}

const tickKeys: Readonly<Record<Tick, string>> = {
  hardship: 'questions:hardship.short',
  wages: 'questions:anyone.options.wages-owed',
  injury: 'questions:anyone.options.hurt',
  disability: 'questions:anyone.options.disability',
}
