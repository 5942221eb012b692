import { Say } from './bilingual-text.tsx'

/** Camera button beside a field for hand scanners, where the script runs and there is a camera. Never required. */
export function Scan({ field }: { field: string }): JSX.Element {
  return (
    <>
      <button type="button" className="button second small" data-scan={field} hidden>
        <Say k="desk:scan.button" />
      </button>
      <dialog id="scan-dialog" className="scan" aria-labelledby="scan-title">
        <h2 id="scan-title">
          <Say k="desk:scan.title" />
        </h2>
        <video aria-labelledby="scan-title" autoPlay muted playsInline />
        <div role="status">
          {(['looking', 'refused', 'none', 'failed'] as const).map((what) => (
            <p key={what} data-say={what} hidden>
              <Say k={`desk:scan.${what}`} />
            </p>
          ))}
        </div>
        <div className="actions">
          <button type="button" className="button" data-close>
            <Say k="desk:keys.close" />
          </button>
        </div>
      </dialog>
      <script type="module" src="/desk/scan.js" />
    </>
  )
}
