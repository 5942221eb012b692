import type { Difference } from '#app/cases/differences.ts'
import type { Consent } from '#app/cases/folder.ts'
import { isReceived, type Receivers } from '#app/domain/hall.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { departmentName, serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { landStandsAt } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Conflict, OpenedAt } from '#app/ui/conflict.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { ReceivedBy } from '#app/ui/hall.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { ConsentFields } from './consent-fields.tsx'
import { ServiceList } from './service-list.tsx'
import { SavedAt } from './step-page.tsx'
import type { UnaskedPaper } from './unasked-files.server.ts'
import { UnaskedPapers } from './unasked-papers.tsx'

type Props = {
  mode: Mode
  at: string
  savedAt: string
  services: readonly { readonly service: string; readonly name: string | null }[]
  submissionToken: string
  inFolder: string
  consents: readonly Consent['kind'][]
  /** Duplicates for one person: both submitted here, or one with the hall already. */
  twice: { readonly here: readonly string[]; readonly open: readonly string[]; readonly approved: readonly string[] }
  /** What is handed in together of which one can have only one: its text is `result:choose.<choice>`. */
  only: readonly { readonly choice: string; readonly services: readonly string[] }[]
  /** Papers whose files are deleted at hand-in, because nothing asks for them. */
  unasked: readonly UnaskedPaper[]
  receivers: Receivers | null
  /** The departments in charge of what is handed in. */
  departments: readonly string[]
  /** The path of the step with a value no longer valid: nothing can be submitted until it is changed. */
  changed: string | null
  agreed: readonly string[]
  /** The version of what is handed in, and all of it as it was read, encrypted. */
  version: string
  opened: string
  /** What is otherwise by now than it was read. */
  differences: readonly Difference[]
  errors: readonly FieldError[]
}

/** A warning, naming the services; it does not prevent submission. */
function Twice({ services, k }: { services: readonly string[]; k: string }): JSX.Element | null {
  if (services.length === 0) return null
  return (
    <div className="notice">
      <Say as="p" k={k} />
      <ul>
        {services.map((service) => (
          <li key={service}>
            <Say {...serviceName(service)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where everything was agreed to when it was begun, it is only handed in. */
export const titleOfSubmit = (consents: readonly unknown[]) => (consents.length > 0 ? 'apply:submit.title' : 'apply:submit.hand-in')

/** The consents that are still asked, each separately, and submission. */
export function SubmitPage(props: Props): JSX.Element {
  const {
    mode,
    at,
    savedAt,
    services,
    submissionToken,
    inFolder,
    consents,
    twice,
    only,
    unasked,
    receivers,
    departments,
    changed,
    agreed,
    version,
    opened,
    differences,
    errors,
  } = props
  return (
    <Page
      mode={mode}
      at={at}
      texts={['halls', 'apply', 'consent', ...(only.length > 0 ? ['result'] : []), ...(differences.length > 0 ? ['conflict'] : [])]}
      switching={{ by: 'form', form: 'submit' }}
      back={{ href: paths.answers(mode), k: 'apply:answers.title' }}
      script
    >
      <ErrorSummary errors={errors} />
      <Conflict kind="submit" form="submit" now={paths.answers(mode)} differences={differences} />
      <Say as="h1" k={titleOfSubmit(consents)} />
      <Say as="p" k="apply:submit.lead" />
      <ServiceList services={services} />
      {changed !== null && (
        <div className="notice" id="changed">
          <Say as="p" k="retired:changed.submit" />
          <a className="button" href={changed}>
            <Say k="retired:changed.go" />
            <Icon name="arrow-right" />
          </a>
        </div>
      )}
      <Twice services={twice.here} k="apply:submit.twice-here" />
      <Twice services={twice.open} k="apply:submit.twice" />
      <Twice services={twice.approved} k="apply:submit.approved" />
      {only.map(({ choice, services: some }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same choice of several people
        <Twice key={index} services={some} k={`result:choose.${choice}`} />
      ))}
      <UnaskedPapers papers={unasked} />
      {landStandsAt(...services.map(({ service }) => service)) && <LandPromise />}
      <ReceivedBy
        receivers={receivers}
        as="brief"
        none={
          <ul>
            {departments.map((id) => (
              <Say as="li" key={id} {...departmentName(id)} />
            ))}
          </ul>
        }
      />
      {isReceived(receivers) && <Say as="p" className="notice" k="apply:intake" />}
      <form id="submit" method="post" action={paths.submit(mode)} noValidate>
        <input type="hidden" name="submission-token" value={submissionToken} />
        <OpenedAt version={version} folder={inFolder} />
        <input type="hidden" name="opened" value={opened} />
        <ConsentFields kinds={consents} agreed={agreed} errors={errors} />
        <div className="actions">
          <button type="submit" className="button" disabled={changed !== null}>
            <Say k="apply:submit.button" />
            <Icon name="check" />
          </button>
        </div>
      </form>
      <Say as="p" className="quiet" k="apply:submit.once" />
      <SavedAt at={savedAt} />
    </Page>
  )
}
