import { Say } from '#app/ui/say.tsx'

/** Keys of the desk, as `app/client/desk/keys.ts` knows them. */
const keys = { next: 'j', previous: 'k', open: 'o', assign: 'a', take: 't', find: '/', picture: 'n p', help: '?' } as const

/** What a key does. */
type KeyName = keyof typeof keys

/** The list of keys, shown by `?` or its button where the script runs; it can be turned off there. */
export function Keys({ of }: { of: readonly KeyName[] }): JSX.Element {
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
                {keys[name].split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>
                <Say k={`desk:keys.${name}`} />
              </dd>
            </div>
          ))}
        </dl>
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
