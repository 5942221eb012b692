import type { Writer } from '#app/domain/shared-session.ts'
import { Say } from '#app/ui/bilingual-text.tsx'

/** By script: both screens changed one field since. What `by` typed, and a way to keep either; nothing is lost before. */
export function BothTyped({ by }: { by: Writer }): JSX.Element {
  return (
    <div role="status" className="notice" data-both hidden>
      <Say as="p" k={`counter:both.${by}`} />
      <p>
        <strong data-both-label /> <span data-both-text />
      </p>
      <div className="actions">
        <button type="button" className="button second small" data-both-own>
          <Say k="counter:both.keep-own" />
        </button>
        <button type="button" className="button second small" data-both-other>
          <Say k={`counter:both.keep-${by}`} />
        </button>
      </div>
    </div>
  )
}
