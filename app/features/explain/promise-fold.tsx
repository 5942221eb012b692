import type { ReactNode } from 'react'
import { hasText } from '#app/i18n/messages.ts'
import { type PlanPromise, sourceOf } from '#app/services/define-promise.ts'
import { plan } from '#app/services/instruments.ts'
import { strengthsOf } from '#app/services/strength.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citation, Citations } from '#app/ui/citation.tsx'
import { Strengths } from '#app/ui/strength.tsx'

type Props = { promise: PlanPromise; cited: boolean; anchored?: boolean; children?: ReactNode }

/**
 * What the plan promises or takes away, closed: its title and how strongly it binds; opened, plain words and what one can do. `cited`
 * where its article does not stand above it; `anchored` where addresses lead to it: to what is in it, so that browsers open it.
 */
export function PromiseFold({ promise, cited, anchored = false, children }: Props): JSX.Element {
  const at = `policy:promises.${promise.id}`
  const source = sourceOf(promise)
  return (
    <details className="layer">
      <summary>
        <Say as="h3" k={`${at}.title`} />
        {strengthsOf(source).length === 0 ? <Say className="strength" k="policy:strength.none" /> : <Strengths source={source} />}
      </summary>
      {anchored && <Anchors promise={promise} />}
      {cited && (
        <p className="quiet">
          <Citation source={plan(promise.article)} />
        </p>
      )}
      <Say as="p" k={`${at}.text`} />
      {hasText(`${at}.note`) && <Say as="p" className="quiet" k={`${at}.note`} />}
      {hasText(`${at}.do`) && <Say as="p" k={`${at}.do`} />}
      {promise.beside && <Citations {...promise.beside} />}
      {children}
    </details>
  )
}

/** What addresses name: the promise as it is called, and as it was called before. */
function Anchors({ promise: { id, was } }: { promise: PlanPromise }): JSX.Element {
  return (
    <>
      {was && <span id={was} className="anchor" />}
      <span id={id} className="anchor" />
    </>
  )
}
