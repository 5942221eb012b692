import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { type Mode, modeOfPath, parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Hotlines } from '#app/ui/hotline.tsx'
import { Page } from '#app/ui/page.tsx'
import { type NotSaved, NotSavedPart, notSavedForm } from './not-saved-part.tsx'

/** Kinds of errors with a page in the reader's languages. */
export type ErrorKind =
  | 'bad-request'
  | 'forbidden'
  | 'not-found'
  | 'method'
  | 'too-large'
  | 'media-type'
  | 'too-many'
  | 'full'
  | 'unreadable'
  | 'not-saved'
  | 'server'

/** The kind of a status code. */
export function errorKind(status: number): ErrorKind {
  switch (status) {
    case 403:
      return 'forbidden'
    case 404:
    case 410:
      return 'not-found'
    case 405:
      return 'method'
    case 413:
      return 'too-large'
    case 415:
      return 'media-type'
    case 429:
      return 'too-many'
    case 507:
      return 'full'
    default:
      return status >= 500 ? 'server' : 'bad-request'
  }
}

/** The page of an error thrown by a route. */
export function ErrorPage(): JSX.Element {
  const error = useRouteError()
  const { pathname } = useLocation()
  return <ErrorText kind={kindOf(error)} mode={modeOfPath(pathname) ?? parallelMode} id={unreadableIn(error)} lost={notSavedIn(error)} />
}

/** The kind of an error thrown by a route. */
export function kindOf(error: unknown): ErrorKind {
  if (unreadableIn(error)) return 'unreadable'
  const lost = notSavedIn(error)
  if (lost?.post || lost?.moved) return 'not-saved'
  return errorKind(isRouteErrorResponse(error) ? error.status : 500)
}

/** Table and id of the unreadable row, where that is the error. */
function unreadableIn(error: unknown): string | undefined {
  const known = isRouteErrorResponse(error) && typeof error.data === 'object' && error.data !== null && 'unreadable' in error.data
  return known ? String(error.data.unreadable) : undefined
}

/** What was typed and not taken, where that is the error. */
function notSavedIn(error: unknown): NotSaved | undefined {
  const known = isRouteErrorResponse(error) && typeof error.data === 'object' && error.data !== null && 'notSaved' in error.data
  return known ? (error.data.notSaved as NotSaved) : undefined
}

type ErrorTextProps = { kind: ErrorKind; mode: Mode; id?: string | undefined; lost?: NotSaved | undefined }

/** What happened, and what can be done now. */
export function ErrorText({ kind, mode, id, lost }: ErrorTextProps): JSX.Element {
  const { pathname, search } = useLocation()
  const atDesk = /^\/[^/]+\/desk(\/|$)/i.test(pathname)
  return (
    <Page
      mode={mode}
      at={lost ? pathname + search : pathname}
      texts={['errors', atDesk ? 'desk' : 'application']}
      {...(lost ? { switching: { by: 'form', form: notSavedForm } as const } : {})}
    >
      <Say as="h1" k={`errors:page.${kind}.title`} />
      <Say as="p" className="lead" k={`errors:page.${kind}.text`} />
      {id && (
        <p>
          <Say k="errors:page.unreadable.id" /> <span className="code">{id}</span>
        </p>
      )}
      {lost && <NotSavedPart {...lost} />}
      <div className="actions">
        {atDesk && (
          <a className="button" href={paths.desk(mode)}>
            <Say k="desk:title" />
          </a>
        )}
        <a className={atDesk ? 'button second' : 'button'} href={paths.home(mode)}>
          <Say k="common:nav.home" />
        </a>
        {id && /^\/[^/]+\/(apply|applications)(\/|$)/i.test(pathname) && (
          <a className="button second" href={paths.closeFolder(mode)}>
            <Say k="application:close.button" />
          </a>
        )}
        <a className="button second" href={paths.search(mode)}>
          <Say k="common:nav.search" />
        </a>
      </div>
      <Hotlines numbers={['12345']} />
    </Page>
  )
}
