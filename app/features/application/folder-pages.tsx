import type { Status } from '#app/domain/application.ts'
import { type Mode, parallelMode } from '#app/i18n/mode.ts'
import { paperName, serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { ModeProvider, Say } from '#app/ui/bilingual-text.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'
import { Person } from '#app/ui/person.tsx'
import { CodeField, PinField } from '#app/ui/pin-field.tsx'
import { Qr } from '#app/ui/qr.tsx'

type OpenProps = {
  mode: Mode
  at: string
  code: string
  why: 'closed' | 'deleted' | 'photos' | null
  minutes: number
  /** What was typed on a page of a folder that is not open any more, encrypted; empty: nothing was. */
  kept: string
  errors: readonly FieldError[]
}

/** Opens a folder, on this or another device, by code and PIN. */
export function OpenFolderPage({ mode, at, code, why, minutes, kept, errors }: OpenProps): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['application']} switching={{ by: 'form', form: 'open' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="application:open.title" />
      {why !== null && (
        <p className="notice" role="status">
          <Say k={`application:open.${why}`} />
        </p>
      )}
      {kept !== '' && (
        <p className="notice" role="status">
          <Say k="application:open.kept" />
        </p>
      )}
      <Say as="p" className="lead" k="application:open.lead" />
      <form id="open" method="post" action={paths.openFolder(mode)} noValidate className="card">
        {kept !== '' && <input type="hidden" name="kept" value={kept} />}
        <CodeField label="application:code" code={code} errors={errors} />
        <PinField id="pin" label="check:open.pin" errors={errors} />
        <Say as="p" className="help" k="application:open.locked" values={{ minutes }} />
        <div className="actions">
          <button type="submit" className="button">
            <Say k="application:open.button" />
          </button>
        </div>
      </form>
      <Say as="p" className="quiet" k="application:open.lost" />
    </Page>
  )
}

type SlipProps = {
  mode: Mode
  at: string
  code: string
  address: string | null
  days: number
  services: readonly { readonly service: string; readonly name: string | null; readonly status: Status }[]
  /** The papers without files, by the keys of their texts. */
  bring: readonly { readonly key: string; readonly words: string; readonly name: string | null }[]
  started: boolean
}

/**
 * The slip to print or photograph: the code large, a QR code that opens the case, the papers to bring, the next steps; always in both
 * languages, because other people read it too.
 */
export function SlipPage({ mode, at, code, address, days, services, bring, started }: SlipProps): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['application', 'apply']} script>
      <Say as="h1" k="application:slip.title" />
      <Say as="p" className="lead no-print" k="application:slip.lead" />
      <ModeProvider value={parallelMode}>
        <div className="card slip">
          <p className="case-code">{code}</p>
          {address !== null && (
            <>
              <Qr of={address} />
              <Say as="p" k="application:slip.scan" />
            </>
          )}
          <ul>
            {services.map(({ service, name, status }) => (
              <li key={`${service} ${name}`}>
                <Person name={name} />
                <Say {...serviceName(service)} />
                <Say as="p" className="quiet" k={`application:status.${status}.next`} />
              </li>
            ))}
          </ul>
          {bring.length > 0 && (
            <>
              <Say as="h2" k="application:slip.bring" />
              <ul>
                {bring.map(({ key, words, name }) => (
                  <li key={key}>
                    <Person name={name} />
                    <Say {...paperName(words)} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <Say as="p" k="application:slip.pin-not-shown" />
          <Say as="p" className="quiet" k="apply:kept" values={{ days }} />
        </div>
      </ModeProvider>
      <div className="actions no-print">
        <a className="button" href={started ? paths.applications(mode) : paths.folder(mode)}>
          <Say k={started ? 'application:slip.to-applications' : 'application:slip.continue'} />
          <Icon name="arrow-right" />
        </a>
        <button type="button" className="button second" data-print hidden>
          <Icon name="printer" />
          <Say k="application:slip.print" />
        </button>
      </div>
    </Page>
  )
}

/** Closes a folder on this device, or deletes it: each after one confirmation. */
export function CloseFolderPage({ mode, at, closed }: { mode: Mode; at: string; closed: boolean }): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['application']}>
      <Say as="h1" k={closed ? 'application:close.title' : 'application:close.ask'} />
      <p className="lead" role={closed ? 'status' : undefined}>
        <Say k={closed ? 'application:close.text' : 'application:close.ask-text'} />
      </p>
      {closed ? (
        <a className="button" href={paths.home(mode)}>
          <Say k="common:nav.home" />
        </a>
      ) : (
        <form method="post" action={paths.closeFolder(mode)} className="actions">
          <button type="submit" className="button">
            <Icon name="eraser" />
            <Say k="application:close.button" />
          </button>
          <a className="text-link" href={paths.applications(mode)}>
            <Say k="application:slip.to-applications" />
          </a>
        </form>
      )}
    </Page>
  )
}

/** Deletes drafts; a submitted application is withdrawn instead. */
export function DeleteFolderPage({ mode, at, allowed, days }: { mode: Mode; at: string; allowed: boolean; days: number }): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['application']}>
      <Say as="h1" k="application:delete.title" />
      <Say as="p" className="lead" k={allowed ? 'application:delete.lead' : 'application:delete.submitted'} values={{ days }} />
      <form method="post" action={paths.deleteFolder(mode)} className="actions">
        {allowed && (
          <button type="submit" className="button">
            <Icon name="trash-2" />
            <Say k="application:delete.button" />
          </button>
        )}
        <a className="text-link" href={paths.applications(mode)}>
          <Say k={allowed ? 'application:delete.keep' : 'application:slip.to-applications'} />
        </a>
      </form>
    </Page>
  )
}
