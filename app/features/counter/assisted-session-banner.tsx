import { formatMoment } from '#app/i18n/format.ts'
import { plainText } from '#app/i18n/messages.ts'
import { parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { ModeProvider, Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import type { Banner } from './assisted-session-banner.server.ts'
import { BothTyped } from './both-typed.tsx'

/** Marks every page, also printed, as practice: in both languages, for any reader. */
export function PracticeMark(): JSX.Element {
  return (
    <ModeProvider value={parallelMode}>
      <aside className="practice">
        <Say k="desk:practice" />
      </aside>
    </ModeProvider>
  )
}

/** The assisted session by case code, never by name, with the button that ends it. Always visible. */
export function AssistedSessionBanner({ mode, code, ground, expiresAt, place }: NonNullable<Banner>): JSX.Element {
  return (
    <ModeProvider value={mode}>
      <aside
        className="client no-print"
        aria-label={plainText(mode, 'counter:assisting')}
        data-shared-session="clerk"
        data-place={place}
        data-events={paths.sharedSessionEvents(mode, 'clerk')}
        data-write={paths.sharedSessionWrite(mode)}
      >
        <p>
          <Say k="counter:assisting" /> <strong className="code">{code ?? <Say k="counter:new-case" />}</strong> ·{' '}
          <Say k={`counter:ground.options.${ground}`} /> ·{' '}
          <Say k="counter:ends" values={(language) => ({ time: formatMoment(language, expiresAt) })} />
        </p>
        <p role="status" className="client-live">
          {(['joined', 'cut', 'answered', 'confirmed', 'points'] as const).map((what) => (
            <span key={what} data-say={what} hidden>
              <Say k={`counter:live.${what}`} />
              {what === 'points' && <strong data-label />}
            </span>
          ))}
        </p>
        <BothTyped by="resident" />
        {/* No link: the first link of a page is the skip link. */}
        <form method="get" action={paths.counter(mode)}>
          <button type="submit" className="button second small">
            <Say k="counter:title" />
          </button>
        </form>
        <DeskForm action={paths.endAssistedSession(mode)}>
          <button type="submit" className="button second small">
            <Say k="counter:end" />
          </button>
        </DeskForm>
      </aside>
      <script type="module" src="/shared-session.js" />
    </ModeProvider>
  )
}
