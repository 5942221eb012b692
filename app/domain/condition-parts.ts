import type { Expr } from './condition.ts'

/** The questions an expression looks at, nested ones included, each once. */
export function questionsOf(expr: Expr): string[] {
  return [...new Set(partsOf(expr).flatMap(questionsLookedAt))]
}

function questionsLookedAt(part: Expr): readonly string[] {
  switch (part.op) {
    case 'match':
    case 'open':
      return [part.question]
    case 'aged':
      return ['birth-date']
    case 'before-retirement':
      return ['birth-date', 'sex']
    case 'of-a-parent':
      return ['birth-date']
    case 'always':
    case 'all':
    case 'any':
    case 'not':
    case 'as-answered':
      return []
  }
}

/** An expression with all its parts, down to the last. */
export function partsOf(expr: Expr): readonly Expr[] {
  const known = parts.get(expr)
  if (known) return known
  const found = [expr, ...innerOf(expr).flatMap(partsOf)]
  parts.set(expr, found)
  return found
}

/** Expressions never change: their parts are found once. */
const parts = new WeakMap<Expr, readonly Expr[]>()

function innerOf(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'match':
      return Object.values(expr.truths).filter((truth) => typeof truth !== 'string')
    case 'all':
    case 'any':
      return expr.of
    case 'not':
    case 'as-answered':
    case 'of-a-parent':
      return [expr.of]
    case 'always':
    case 'aged':
    case 'before-retirement':
    case 'open':
      return []
  }
}
