import { createContext, useContext } from 'react'
import { lockedAfterMinutes } from '#app/domain/staff.ts'
import { paths } from '#app/paths.ts'
import { Say, useMode } from './bilingual-text.tsx'
import { FieldMessage } from './error-summary.tsx'

const ProviderContext = createContext(false)

/** Provides whether single sign-on is configured. */
export const ProviderProvider = ProviderContext.Provider

/** Is single sign-on configured? */
export const useProvider = (): boolean => useContext(ProviderContext)

/**
 * Covers a page without activity, and is uncovered by its owner: what was typed stays. Without script
 * the next request meets the locked screen.
 */
export function Lock({ of, at }: { of: string; at: string }): JSX.Element {
  const [mode, provider] = [useMode(), useProvider()]
  return (
    <>
      <dialog id="lock" aria-labelledby="lock-title" data-minutes={lockedAfterMinutes} data-unlock={paths.unlock(mode)}>
        <h2 id="lock-title">
          <Say k="account:unlock.title" />
        </h2>
        <Say as="p" k="account:unlock.lead" values={{ minutes: lockedAfterMinutes }} />
        <form>
          <Wrong field="lock-password" code="password-wrong" />
          <input type="hidden" name="unlock-of" value={of} />
          <label className="field" htmlFor="lock-password">
            <Say k="account:password.own" />
            <input
              id="lock-password"
              name="unlock-password"
              type="password"
              autoComplete="current-password"
              aria-describedby="lock-password-error"
            />
          </label>
          <div className="actions">
            <button type="submit" className="button">
              <Say k="account:unlock.button" />
            </button>
            <a className="text-link" href={paths.unlock(mode, at)} data-away>
              <Say k="account:unlock.other" />
            </a>
          </div>
        </form>
        {provider && (
          <form>
            <Wrong field="lock-beside" code="not-beside" />
            <input type="hidden" name="unlock-of" value={of} />
            <OpenBeside id="lock-beside" />
          </form>
        )}
      </dialog>
      <script type="module" src="/lock.js" />
    </>
  )
}

/** The error the script shows. */
function Wrong({ field, code }: { field: string; code: string }): JSX.Element {
  return (
    <div role="alert" hidden>
      <FieldMessage id={`${field}-error`} error={{ key: `account:errors.${code}`, field }} />
    </div>
  )
}

/** Unlocks a screen through single sign-on, in a second window: what was typed stays where it is. Used in a form. */
export function OpenBeside({ id }: { id: string }): JSX.Element {
  const mode = useMode()
  return (
    <>
      <input type="hidden" name="unlock-beside" value="yes" />
      <a id={id} className="button second" href={paths.singleSignOn(mode, undefined, 'unlock')} target="_blank" rel="noreferrer">
        <Say k="account:sign-in.elsewhere" />
      </a>
      <Say as="p" className="help" k="account:unlock.beside" />
      <div className="actions">
        <button type="submit" className="button second small" aria-describedby={`${id}-error`}>
          <Say k="account:unlock.go-on" />
        </button>
      </div>
    </>
  )
}
