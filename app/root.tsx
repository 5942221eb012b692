import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, useLocation, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { page } from '#app/access/outcome.ts'
import { hasSingleSignOn } from '#app/access/single-sign-on.server.ts'
import { assistedSessionBanner, type Banner, isPractice } from '#app/features/counter/assisted-session-banner.server.ts'
import { AssistedSessionBanner, PracticeMark } from '#app/features/counter/assisted-session-banner.tsx'
import { kindOf } from '#app/features/error-page.tsx'
import { headOf } from '#app/features/page-data.ts'
import { type Language, languages, languagesOf, modeOfPath, pageLang, parallelMode } from '#app/i18n/mode.ts'
import { respondLayout } from '#app/server/response.ts'
import desk from '#app/ui/desk.css?url'
import { WriterProvider } from '#app/ui/desk-form.tsx'
import tibetanFonts from '#app/ui/fonts.css?url'
import { ProviderProvider } from '#app/ui/lock.tsx'
import site from '#app/ui/site.css?url'

export { ErrorPage as ErrorBoundary } from '#app/features/error-page.tsx'

type Top = { readonly banner: Banner; readonly practice: boolean; readonly provider: boolean }

/** Data of every page: the assisted session's banner, whether it is practice, and whether single sign-on is configured. */
export const loader = (args: LoaderFunctionArgs) =>
  respondLayout(args, async (context) => {
    const banner = await assistedSessionBanner(context)
    return page<Top>({ banner, practice: await isPractice(context), provider: hasSingleSignOn() })
  })

/** The style sheet of the fonts a language is read in; null where every device has its letters. */
const fontSheets: Readonly<Record<Language, string | null>> = { zh: null, bo: tibetanFonts }

/** The data of an error page. */
const nothing: Top = { banner: null, practice: false, provider: false }

/** The title of an error page; every other page has its own. */
export const meta: MetaFunction = ({ error, location }) => {
  const mode = modeOfPath(location.pathname) ?? parallelMode
  return error ? headOf(mode, `errors:page.${kindOf(error)}.title`) : headOf(mode, 'home:title')
}

/** The document of every page. No script: what residents need works without. */
export function Layout({ children }: { children: ReactNode }): JSX.Element {
  const { pathname } = useLocation()
  const mode = modeOfPath(pathname) ?? parallelMode
  const { banner, practice, provider } = (useRouteLoaderData('root') as Top | undefined) ?? nothing
  // On pages with input, names and texts of the hall are in any script, whatever the mode.
  const isWrittenOn = practice || /^\/[^/]+\/(apply|applications|desk|check\/print)(\/|$)/i.test(pathname)
  const fonts = (isWrittenOn ? languages : languagesOf(mode)).flatMap((language) => fontSheets[language] ?? [])
  const isDesk = /^\/[^/]+\/desk(\/|$)/i.test(pathname)
  return (
    <html lang={pageLang(mode)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b4a66" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={site} />
        {fonts.map((sheet) => (
          <link key={sheet} rel="stylesheet" href={sheet} />
        ))}
        {(isDesk || banner || practice) && <link rel="stylesheet" href={desk} />}
        <Links />
      </head>
      <body className={isDesk ? 'desk' : undefined}>
        {practice && <PracticeMark />}
        <WriterProvider value={banner?.clerk ?? null}>
          {banner && <AssistedSessionBanner {...banner} />}
          <ProviderProvider value={provider}>{children}</ProviderProvider>
        </WriterProvider>
      </body>
    </html>
  )
}

/** Every page is rendered into the document unchanged. */
export default function Root(): JSX.Element {
  return <Outlet />
}
