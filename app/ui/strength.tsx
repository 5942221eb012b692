import type { Source } from '#app/domain/verdict.ts'
import { isConditional, strengthsOf } from '#app/services/strength.ts'
import { Say } from './bilingual-text.tsx'

/** How strongly the plan promises what cites it, and whether only under conditions; nothing where it promises nothing. */
export function Strengths({ source }: { source: Source }): JSX.Element | null {
  const all = strengthsOf(source)
  if (all.length === 0) return null
  return (
    <span className="strength">
      {all.map((strength) => (
        <span key={strength}>
          <Say k={`policy:strength.${strength}`} />
        </span>
      ))}
      {source.words?.some(isConditional) && (
        <span>
          <Say k="policy:conditional" />
        </span>
      )}
    </span>
  )
}
