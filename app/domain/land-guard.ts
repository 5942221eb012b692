import { landDemandInTibetan } from './land-guard-bo.ts'
import { landDemandInChinese } from './land-guard-zh.ts'
import { type InEvery, languages } from './language.ts'

/** The guard of each language: takes text without invisible characters, its lines ended by `\n`, gives its first sentence that asks for land. */
const demandIn: InEvery<(plain: string) => string | undefined> = { zh: landDemandInChinese, bo: landDemandInTibetan }

/**
 * The first sentence of a text that asks somebody to give up their land, pasture, homestead or share of the collective, to prove
 * that they have, or for the original of its certificate; undefined where none does. Words that say such a thing may not be
 * asked, and words about giving up something else, pass.
 * @source 青政〔2024〕48号（十三）；土地承包法 27; the phrasings it is held to: `tests/fixtures/land-guard.jsonl`
 */
export function landDemandIn(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\v\f\r\u0085\u2028\u2029]/g, '\n')
  for (const language of languages) {
    const demand = demandIn[language](plain)
    if (demand !== undefined) return demand
  }
  return undefined
}
