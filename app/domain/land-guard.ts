import { tibetan } from './land-guard-bo.ts'
import { type GuardOfLanguage, guardedText } from './land-guard-text.ts'
import { chinese } from './land-guard-zh.ts'
import { type InEvery, languages } from './language.ts'

const guards: InEvery<GuardOfLanguage> = { zh: chinese, bo: tibetan }

/**
 * The first sentence of a text that asks somebody to give up their land, pasture, homestead or share of the collective, to prove
 * that they have, or for the original of its certificate; undefined where none does. Words that say such a thing may not be
 * asked, and words about giving up something else, pass.
 * @source 青政〔2024〕48号（十三）；土地承包法 27; the phrasings it is held to: `tests/fixtures/land-guard.jsonl`
 */
export const landDemandIn = (text: string): string | undefined => demandIn(guardedText(text))

/** The first sentence that asks for land in one of the texts of one act, or begun in one of them and ended in another. */
export function landDemandAmong(texts: readonly string[]): string | undefined {
  const guarded = texts.map(guardedText)
  for (const text of guarded) {
    const demand = demandIn(text)
    if (demand !== undefined) return demand
  }
  for (const [index, before] of guarded.entries())
    for (const [other, after] of guarded.entries()) {
      const demand = index === other ? undefined : demandAcross(before, after)
      if (demand !== undefined) return demand
    }
  return undefined
}

const demandIn = (text: string) => firstOf(({ demandIn }) => demandIn(text))
const demandAcross = (before: string, after: string) => firstOf(({ demandAcross }) => demandAcross(before, after))

function firstOf(asked: (guard: GuardOfLanguage) => string | undefined): string | undefined {
  for (const language of languages) {
    const demand = asked(guards[language])
    if (demand !== undefined) return demand
  }
  return undefined
}
