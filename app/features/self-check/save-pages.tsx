import { onceInput } from '#app/domain/staff.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { Page } from '#app/ui/page.tsx'
import { CodeField, PinField } from '#app/ui/pin-field.tsx'
import type { SavedStanding } from './saved.server.ts'

type SaveProps = {
  mode: Mode
  at: string
  errors: readonly FieldError[]
  days: number
  minutes: number
  once: string
  /** What this check was saved under before; null where it was not. */
  saved: { readonly code: string; readonly until: string; readonly standing: SavedStanding } | null
}

/** Saves the check on request, with a PIN; says how the answers are stored. */
export function SavePage({ mode, at, errors, days, minutes, once, saved }: SaveProps): JSX.Element {
  return (
    <Page
      mode={mode}
      at={at}
      texts={['check']}
      switching={{ by: 'form', form: 'save' }}
      back={{ href: paths.result(mode), k: 'result:back-to-result' }}
      script
    >
      <ErrorSummary errors={errors} />
      <Say as="h1" k="check:save.title" />
      <Say as="p" className="lead" k="check:save.lead" />
      <Say as="p" k="check:save.stored-days" values={{ days }} />
      {saved && (
        <div className="card" id="saved-before">
          <Say as="p" k={`check:save.before.${saved.standing}`} />
          {saved.standing === 'same' || saved.standing === 'older' ? <CodeUntil {...saved} /> : <p className="case-code">{saved.code}</p>}
        </div>
      )}
      <form id="save" method="post" action={paths.saveCheck(mode)} noValidate className="card">
        <input type="hidden" name={onceInput} value={once} />
        <PinField id="pin" label="check:save.pin" help errors={errors} />
        <PinField id="again" label="check:save.again" errors={errors} />
        <Say as="p" className="help" k="check:save.locked-after" values={{ minutes }} />
        <button type="submit" className="button">
          <Icon name="bookmark" />
          <Say k="check:save.button" />
        </button>
      </form>
    </Page>
  )
}

type SavedProps = { mode: Mode; at: string; code: string; until: string }

/** The code, large, to copy or photograph. */
export function SavedPage({ mode, at, code, until }: SavedProps): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['check']} back={{ href: paths.result(mode), k: 'result:back-to-result' }} script>
      <Say as="h1" k="check:saved.title" />
      <div className="card" role="status">
        <Say as="p" k="check:saved.code" />
        <CodeUntil code={code} until={until} />
      </div>
      <Say as="p" k="check:saved.write-down" />
      <Say as="p" k="check:saved.not-known" />
      <p>
        <button type="button" className="button second" data-print hidden>
          <Icon name="printer" />
          <Say k="result:print-now" />
        </button>
      </p>
      <BackToResult mode={mode} />
      <p>
        <IconLink href={paths.clearCheck(mode)} icon="eraser" k="check:clear" />
      </p>
    </Page>
  )
}

function CodeUntil({ code, until }: { code: string; until: string }): JSX.Element {
  return (
    <>
      <p className="case-code">{code}</p>
      <p>
        <Say k="check:saved.until" /> <InModes>{(language) => formatDay(language, until)}</InModes>
      </p>
    </>
  )
}

type OpenProps = { mode: Mode; at: string; code: string; errors: readonly FieldError[]; deleted: boolean; deleting: boolean }

/** Opens a saved check, on this or another device, by code and PIN; or deletes it, once the PIN is typed again. */
export function OpenPage({ mode, at, code, errors, deleted, deleting }: OpenProps): JSX.Element {
  return (
    <Page
      mode={mode}
      at={at}
      texts={['check']}
      switching={{ by: 'form', form: 'open', enter: { name: 'do', value: deleting ? 'delete-now' : 'open' } }}
      back={{ href: paths.check(mode), k: 'common:nav.check' }}
      script
    >
      <ErrorSummary errors={errors} />
      <Say as="h1" k={deleting ? 'check:open.ask-delete' : 'check:open.title'} />
      {deleted && (
        <p className="notice" role="status">
          <Say k="check:open.deleted" />
        </p>
      )}
      <Say as="p" className="lead" k={deleting ? 'check:open.ask-delete-lead' : 'check:open.lead'} />
      <form id="open" method="post" action={paths.openCheck(mode)} noValidate className="card">
        <CodeField label="check:open.code" code={code} errors={errors} />
        <PinField id="pin" label="check:open.pin" errors={errors} />
        <div className="actions">
          {!deleting && (
            <button type="submit" className="button" name="do" value="open">
              <Say k="check:open.button" />
            </button>
          )}
          <button type="submit" className="button second small" name="do" value={deleting ? 'delete-now' : 'delete'}>
            <Icon name="trash-2" />
            <Say k={deleting ? 'check:open.delete-now' : 'check:open.delete'} />
          </button>
          {deleting && (
            <a className="text-link" href={paths.openCheck(mode)}>
              <Say k="check:open.keep" />
            </a>
          )}
        </div>
      </form>
      <Say as="p" className="quiet" k="check:open.lost" />
    </Page>
  )
}

/** Clears the check on a shared phone. */
export function ClearPage({ mode, at, cleared }: { mode: Mode; at: string; cleared: boolean }): JSX.Element {
  return (
    <Page {...{ mode, at }} texts={['check']} back={cleared ? undefined : { href: paths.check(mode), k: 'common:nav.check' }}>
      <Say as="h1" k={cleared ? 'check:cleared.title' : 'check:clearing.title'} />
      <p className="lead" role={cleared ? 'status' : undefined}>
        <Say k={cleared ? 'check:cleared.text' : 'check:clearing.text'} />
      </p>
      {cleared ? (
        <a className="button" href={paths.home(mode)}>
          <Say k="common:nav.home" />
        </a>
      ) : (
        <form method="post" action={paths.clearCheck(mode)} className="actions">
          <button type="submit" className="button">
            <Icon name="eraser" />
            <Say k="check:clear" />
          </button>
          <a className="text-link" href={paths.saveCheck(mode)}>
            <Say k="result:save" />
          </a>
          <a className="text-link" href={paths.result(mode)}>
            <Say k="result:back-to-result" />
          </a>
        </form>
      )}
    </Page>
  )
}

function BackToResult({ mode }: { mode: Mode }): JSX.Element {
  return (
    <p>
      <IconLink href={paths.result(mode)} icon="arrow-left" k="result:back-to-result" />
    </p>
  )
}
