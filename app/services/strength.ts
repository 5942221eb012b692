import type { Source } from '#app/domain/verdict.ts'
import type { Statement } from './define.ts'

/** How strongly the plan commits itself, the strongest first. */
export const strengths = ['requires', 'supports', 'explores'] as const
/** One of them. */
export type Strength = (typeof strengths)[number]

/** The words of the plan that say how far it binds. @source fact base 2, section 5.2; `深化` and `做优` by its corrections */
const says: Readonly<Record<Strength, readonly string[]>> = {
  requires: ['全面落实', '全面取消', '确保', '不得', '100%'],
  supports: [
    ...['落实', '纳入', '健全', '设立', '建立', '开展', '实施', '推出', '保障', '增加', '扩大', '加大', '加快', '加强', '完善'],
    '做优',
  ],
  explores: ['鼓励', '引导', '推动', '推进', '支持', '探索', '试点', '逐步', '稳步', '有序', '适度', '深化'],
}

/** What is said to local governments is promised to no resident. */
const toGovernments: readonly (string | undefined)[] = ['十二']

/** How far some words of the plan bind: of several the weakest counts, and words that bind to nothing name a direction. */
export function strengthOf(quotation: string): Strength {
  const rest = says.requires.reduce((left, word) => left.replaceAll(word, ''), quotation)
  if (says.explores.some((word) => rest.includes(word))) return 'explores'
  if (rest !== quotation) return 'requires'
  return says.supports.some((word) => rest.includes(word)) ? 'supports' : 'explores'
}

/** Are some words of the plan only for those who meet conditions? */
export const isConditional = (quotation: string): boolean => /按规定|符合条件/.test(quotation)

/** How strongly the plan promises what cites it: each strength once, in the order of its words; none where it promises nothing. */
export function strengthsOf({ article, words: quotations = [] }: Source): Strength[] {
  return toGovernments.includes(article) ? [] : [...new Set(quotations.map(strengthOf))]
}

/** The strength of a sentence, undefined where it cites no promise or is our own reading: of several the weakest. */
export function strengthOfStatement({ sources, inferred }: Statement): Strength | undefined {
  const all = inferred ? [] : sources.flatMap(strengthsOf)
  return strengths.findLast((one) => all.includes(one))
}
