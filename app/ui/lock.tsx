import { createContext, useContext } from 'react'
import { lockedAfterMinutes } from '#app/domain/staff.ts'
import { paths } from '#app/paths.ts'
import { Say, useMode } from './bilingual-text.tsx'
import { FieldMessage } from './error-summary.tsx'

const ProviderContext = createContext(false)

/** Says for everything inside whether one can sign in with the account of one's unit. */
export const ProviderProvider = ProviderContext.Provider

/** Can one sign in with the account of one's unit? */
export const useProvider = (): boolean => useContext(ProviderContext)

/**
 * Covers a page that stands open while nobody is there, and opens again for whoever it is of: what was typed stays. Where no script
 * runs, the next step meets the locked screen.
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

/** What the script shows where it did not open. */
function Wrong({ field, code }: { field: string; code: string }): JSX.Element {
  return (
    <div role="alert" hidden>
      <FieldMessage id={`${field}-error`} error={{ key: `account:errors.${code}`, field }} />
    </div>
  )
}

/** Opens a locked screen by the account of one's unit, on a page beside this one: what was typed stays where it is. Stands in a form. */
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
