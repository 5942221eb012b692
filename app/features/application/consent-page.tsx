import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ReceivedBy } from '#app/ui/hall.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'
import { PinField } from '#app/ui/pin-field.tsx'
import { AdultFields } from './adult-fields.tsx'
import type { ConsentAsked } from './consent-asked.ts'
import { ConsentFields } from './consent-fields.tsx'
import { ServiceList } from './service-list.tsx'
import { OfWhat, type StartProps } from './start-page.tsx'

type Props = StartProps & { readonly consent: ConsentAsked }

/** What is agreed to, before the first thing about anybody is written or stored; then who applies, where no adult is listed, and a PIN. */
export function ConsentPage(props: Props): JSX.Element {
  const { mode, at, folder, picked, given, who, language, unreceived, errors, consent } = props
  const { kinds, agreed, services, adult } = consent
  const chosen = [
    ...picked.map((pick) => ['pick', pick] as const),
    ...given.map((one) => ['for', one] as const),
    // Whoever begins for themselves reads the page in it, to the last.
    ...(language === '' ? [] : [['language', language] as const]),
    ...[['who', who] as const, ['consenting', 'yes'] as const],
  ]
  return (
    <Page
      mode={mode}
      at={at}
      texts={['apply', 'consent']}
      switching={{ by: 'form', form: 'start' }}
      back={{ href: paths.apply(mode), k: 'apply:title' }}
      script
    >
      <ErrorSummary errors={errors} />
      <Say as="h1" k="apply:start.consent-title" />
      <Say as="p" className="lead" k="apply:start.consent-lead" />
      <ServiceList services={services} />
      <ReceivedBy receivers={unreceived} />
      <form id="start" method="post" action={paths.apply(mode)} noValidate>
        <OfWhat {...props} />
        <HiddenFields fields={chosen} />
        <ConsentFields kinds={kinds} agreed={agreed} errors={errors} />
        {adult && <AdultFields adult={adult} errors={errors} />}
        {folder === null && (
          <fieldset className="card">
            <legend className="visually-hidden">
              <Say k="check:save.pin" />
            </legend>
            <Say as="p" k="apply:start.pin-lead" />
            <PinField id="pin" label="check:save.pin" help errors={errors} />
            <PinField id="again" label="check:save.again" errors={errors} />
          </fieldset>
        )}
        <div className="actions">
          <button type="submit" className="button">
            <Say k={folder === null ? 'apply:start.button' : 'apply:start.add-button'} />
            <Icon name="arrow-right" />
          </button>
        </div>
      </form>
      <Say as="p" className="quiet" k="apply:paper-way" />
    </Page>
  )
}
