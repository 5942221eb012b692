import { Say } from '#app/ui/bilingual-text.tsx'

/** Shortcuts of the desk, pressed with Alt, as `app/client/desk/shortcuts.ts` reads them from the list on the page. */
const keys = {
  ...{ next: 'J', previous: 'K', open: 'O', assign: 'A', take: 'T', find: 'S' },
  ...{ 'next-picture': 'N', 'previous-picture': 'P', help: 'H', 'take-back': 'U' },
} as const

/** Keys of the page of a case, pressed alone, as `app/client/desk/case.ts` reads them from the list on the page. */
const plainKeys = {
  ...{ 'next-item': 'j', 'previous-item': 'k', yes: 'y', no: 'n', original: 'o', picture: 'p', step: 's' },
  ...{ reason: 'r', approve: 'a', 'take-back': 'u', correct: 'c', list: '?' },
} as const

/** What a key does. */
type KeyName = keyof typeof keys

/** The list of shortcuts, shown by Alt+H or its button where the script runs; they can be turned off there. */
export function Shortcuts({ of, plain = false }: { of: readonly KeyName[]; plain?: boolean }): JSX.Element {
  return (
    <>
      <button type="button" className="button second small" data-keys hidden>
        <Say k="desk:keys.title" />
      </button>
      <dialog id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">
          <Say k="desk:keys.title" />
        </h2>
        <dl className="key-list">
          {of.map((name) => (
            <div key={name}>
              <dt>
                <kbd>Alt</kbd>
                <kbd data-does={name}>{keys[name]}</kbd>
              </dt>
              <dd>
                <Say k={`desk:keys.${name}`} />
              </dd>
            </div>
          ))}
        </dl>
        {plain && (
          <>
            <dl className="key-list">
              {Object.entries(plainKeys).map(([name, key]) => (
                <div key={name}>
                  <dt>
                    <kbd data-plain={name}>{key}</kbd>
                  </dt>
                  <dd>
                    <Say k={`desk:keys.case.${name}`} />
                  </dd>
                </div>
              ))}
            </dl>
            <Say as="p" className="help" k="desk:keys.case-scanner" />
          </>
        )}
        {of.includes('find') && <Say as="p" className="help" k="desk:keys.scanner" />}
        <label className="option" htmlFor="keys-on">
          <input id="keys-on" type="checkbox" defaultChecked />
          <Say k="desk:keys.on" />
        </label>
        <form method="dialog" className="actions">
          <button type="submit" className="button">
            <Say k="desk:keys.close" />
          </button>
        </form>
      </dialog>
    </>
  )
}
