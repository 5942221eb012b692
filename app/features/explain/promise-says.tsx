import { hasText } from '#app/i18n/messages.ts'
import { type PlanPromise, sourceOf } from '#app/services/define-promise.ts'
import { plan } from '#app/services/instruments.ts'
import { strengthsOf } from '#app/services/strength.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citation, Citations } from '#app/ui/citation.tsx'
import { Strengths } from '#app/ui/strength.tsx'

/** What the plan says in plain words: how strongly, and what one can do; `cited` where its article does not stand above it. */
export function PromiseSays({ promise, cited }: { promise: PlanPromise; cited: boolean }): JSX.Element {
  const at = `policy:promises.${promise.id}`
  const source = sourceOf(promise)
  return (
    <>
      <Say as="h3" k={`${at}.title`} />
      <p>{strengthsOf(source).length === 0 ? <Say className="strength" k="policy:strength.none" /> : <Strengths source={source} />}</p>
      {cited && (
        <p className="quiet">
          <Citation source={plan(promise.article)} />
        </p>
      )}
      <Say as="p" k={`${at}.text`} />
      {hasText(`${at}.note`) && <Say as="p" className="quiet" k={`${at}.note`} />}
      {hasText(`${at}.do`) && <Say as="p" k={`${at}.do`} />}
      {promise.beside && <Citations {...promise.beside} />}
    </>
  )
}
