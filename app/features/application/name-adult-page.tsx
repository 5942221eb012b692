import type { Consent } from '#app/cases/folder.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { OfFolder } from '#app/ui/conflict.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'
import { AdultFields } from './adult-fields.tsx'
import { ConsentFields } from './consent-fields.tsx'
import type { TypedAdult } from './named-adult.ts'
import { Who } from './start-people.tsx'

type Props = {
  mode: Mode
  at: string
  inFolder: string
  /** Who is the applicant so far. */
  instead: string
  /** Those of the folder who are of age, or may be. */
  adults: readonly { readonly id: string; readonly name: string }[]
  who: string
  adult: TypedAdult
  asksPhone: boolean
  consents: readonly Consent['kind'][]
  agreed: readonly string[]
  errors: readonly FieldError[]
}

/** Who applies in the place of somebody too young: an adult the folder lists, or one who is named here. */
export function NameAdultPage(props: Props): JSX.Element {
  const { mode, at, inFolder, instead, adults, who, adult, asksPhone, consents, agreed, errors } = props
  return (
    <Page
      {...{ mode, at }}
      texts={['apply', 'consent']}
      switching={{ by: 'form', form: 'adult-form' }}
      back={{ href: paths.folder(mode), k: 'apply:back-to-folder' }}
      script
    >
      <ErrorSummary errors={errors} />
      <Say as="h1" k="apply:adult.title" />
      <Say as="p" className="lead" k="apply:adult.lead" />
      <form id="adult-form" method="post" action={paths.adult(mode)} noValidate>
        <OfFolder folder={inFolder} />
        <HiddenFields fields={[['instead', instead]]} />
        {adults.length > 0 && <Who people={adults} hasAdult={false} who={who} error={errors.find(({ field }) => field === 'who')} />}
        <AdultFields adult={adult} asksPhone={asksPhone} errors={errors} />
        <ConsentFields kinds={consents} agreed={agreed} errors={errors} />
        <div className="actions">
          <button type="submit" className="button">
            <Say k="apply:adult.save" />
            <Icon name="arrow-right" />
          </button>
        </div>
      </form>
    </Page>
  )
}
