import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { type Mode, modeOfPath } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Hotlines } from '#app/ui/hotline.tsx'
import { Page } from '#app/ui/page.tsx'
import { Say } from '#app/ui/say.tsx'

/** What went wrong, as a page in the reader's languages. */
export type ErrorKind = 'bad-request' | 'forbidden' | 'not-found' | 'method' | 'too-large' | 'media-type' | 'too-many' | 'full' | 'server'

/** The kind of a status code. */
export function errorKind(status: number): ErrorKind {
  switch (status) {
    case 403:
      return 'forbidden'
    case 404:
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

/** The page of an error a route threw. */
export function ErrorPage(): JSX.Element {
  const error = useRouteError()
  const { pathname } = useLocation()
  return <ErrorText kind={errorKind(isRouteErrorResponse(error) ? error.status : 500)} mode={modeOfPath(pathname) ?? 'zh-bo'} />
}

/** What happened, and what one can do now. */
export function ErrorText({ kind, mode }: { kind: ErrorKind; mode: Mode }): JSX.Element {
  const { pathname } = useLocation()
  return (
    <Page mode={mode} at={pathname} texts={['errors']}>
      <Say as="h1" k={`errors:page.${kind}.title`} />
      <Say as="p" className="lead" k={`errors:page.${kind}.text`} />
      <div className="actions">
        <a className="button" href={paths.home(mode)}>
          <Say k="common:nav.home" />
        </a>
        <a className="button second" href={paths.search(mode)}>
          <Say k="common:nav.search" />
        </a>
      </div>
      <Hotlines numbers={['12345']} />
    </Page>
  )
}
