import type { TypedLine } from '#app/cases/typed-lines.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { type FolderReason, paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'
import { CodeField, PinField } from '#app/ui/pin-field.tsx'
import { TypedLines } from '#app/ui/typed-lines.tsx'

type Props = {
  mode: Mode
  at: string
  code: string
  why: FolderReason | null
  minutes: number
  /** What was typed on a page of a folder that is not open any more, encrypted; empty: nothing was. */
  carried: string
  /** The mark of that folder; empty where another one was opened. */
  mark: string
  /** The same in words, to be copied where the folder was deleted. */
  typed: readonly TypedLine[]
  /** Another folder was opened than the one that was typed for. */
  elsewhere: boolean
  errors: readonly FieldError[]
}

/** Opens a folder, on this or another device, by code and PIN. */
export function OpenFolderPage({ mode, at, code, why, minutes, carried, mark, typed, elsewhere, errors }: Props): JSX.Element {
  return (
    <Page
      {...{ mode, at }}
      texts={['application']}
      switching={{ by: 'form', form: 'open' }}
      back={{ href: paths.home(mode), k: 'common:nav.home' }}
      script
    >
      <ErrorSummary errors={errors} />
      <Say as="h1" k="application:open.title" />
      {why !== null && (
        <p className="notice" role="status">
          <Say k={`application:open.${why}`} />
        </p>
      )}
      {carried !== '' && (
        <p className="notice" role="status">
          <Say k={elsewhere ? 'application:open.carried-elsewhere' : 'application:open.carried'} />
        </p>
      )}
      {elsewhere && (
        <a className="text-link" href={paths.applications(mode)}>
          <Say k="application:slip.to-applications" />
        </a>
      )}
      <Say as="p" className="lead" k="application:open.lead" />
      <form id="open" method="post" action={paths.openFolder(mode)} noValidate className="card">
        {carried !== '' && <input type="hidden" name="kept" value={carried} />}
        {mark !== '' && <input type="hidden" name="mark" value={mark} />}
        <CodeField label="application:code" code={code} errors={errors} />
        <PinField id="pin" label="check:open.pin" errors={errors} />
        <Say as="p" className="help" k="application:open.locked" values={{ minutes }} />
        <div className="actions">
          <button type="submit" className="button">
            <Say k="application:open.button" />
          </button>
        </div>
      </form>
      {carried !== '' && (
        <>
          <p className="quiet">
            <Say k="application:open.deleted-elsewhere" />{' '}
            <a href={paths.apply(mode)}>
              <Say k="application:open.anew" />
            </a>
          </p>
          <TypedLines lines={typed} />
        </>
      )}
      <Say as="p" className="quiet" k="application:open.lost" />
    </Page>
  )
}
