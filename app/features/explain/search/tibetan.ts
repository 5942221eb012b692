import { neighbours, splitIntoSyllables } from './split.ts'

/*
 * Tibetan is found by syllables and by two syllables in a row. A syllable is compared without the particle written onto
 * it (པའི, པར, ལོའི, གྲྭར) and without the second suffix ས (བསྒྲུབས), a verb in its present stem. Particles between words
 * do not count.
 */

/** A syllable as it is compared. */
export function plainSyllable(syllable: string): string {
  const known = plain.get(syllable)
  if (known !== undefined) return known
  const bare = withoutEnding(syllable)
  const found = presentStem.get(bare) ?? bare
  if (plain.size < 10_000) plain.set(syllable, found)
  return found
}

/** Texts have the same few thousand syllables again and again. */
const plain = new Map<string, string>()

/** Stems of verbs residents use, the present first. Imperatives are left out: some are other words. */
const stems = `
སྤོ སྤོས|འཇོག བཞག གཞག|གཏོང བཏང གཏང|ལེན བླངས བླང|ཉོ ཉོས|འཚོང བཙོངས བཙོང|གླ གླས|སྤྲོད སྤྲད|འཚོལ བཙལ|སྒྲུབ བསྒྲུབས བསྒྲུབ
སྐྱེལ བསྐྱལ བསྐྱེལ|འདེབས བཏབ གདབ|འཛུགས བཙུགས གཟུགས|རྒྱག བརྒྱབ བརྒྱག|འབུད ཕུད དབུད|འདོན བཏོན གདོན|རྗེ བརྗེས བརྗེ|སློབ བསླབས བསླབ
སྡོད བསྡད|ལྟ བལྟས བལྟ|གཅོད བཅད གཅད|འཚེམ བཙེམས བཙེམ|རྐོ བརྐོས བརྐོ|ལྷུང ལྟུང|འཕྱག ཕྱགས|བཙའ བཙས|འཚིག ཚིག|འདེད བདས བདའ དེད
བསྡུ བསྡུས སྡུད|འཇུག བཅུག གཞུག འཛུལ|འཕྲོག ཕྲོགས|གསོད བསད གསད|གཞར བཞར|གསོག བསགས བསག|སྒུག བསྒུགས བསྒུག|འདྲི དྲིས|ཟ བཟས ཟོས
`
const presentStem = new Map(
  stems.split(/[|\n]/u).flatMap((verb) => {
    const [present = '', ...others] = verb.split(' ').map(withoutEnding)
    return others.map((stem) => [stem, present] as const)
  }),
)

function withoutEnding(syllable: string): string {
  const open = syllable.replace(/འི(?:ས)?$|འ[ངམ]$|འོ$/u, '') || syllable
  return open
    .replace(/^([པབམ])[རས]$/u, '$1')
    .replace(/(?<=[\u0f71-\u0f7d\u0f90-\u0fbc])[རས]$/u, '')
    .replace(/(?<=.[གངབམ])ས$/u, '')
}

/** Case particles, conjunctions, and the syllables that only make a noun of a word. */
const particles = new Set(
  'གི ཀྱི གྱི ཡི གིས ཀྱིས གྱིས ཡིས ལ ན ནས ར རུ ཏུ དུ སུ དང ནི ཡང ཀྱང འང ཞིང ཅིང ཤིང ཞིག ཅིག ཤིག སྟེ ཏེ དེ པ པོ བ བོ མ མོ'.split(' ').map(plainSyllable),
)
/** Written like a particle, but the word for not. */
particles.delete('མ')

/**
 * The syllables of a run of Tibetan letters, as they are compared.
 * @param known syllables by which a run without tsheg is split
 */
export function syllablesIn(run: string, known?: ReadonlySet<string>): string[] {
  return run
    .split(/[\u0f0b\u0f0c]+/u)
    .filter(Boolean)
    .flatMap((letters) => {
      const plain = plainSyllable(letters)
      if (!known || known.has(plain)) return [plain]
      return (
        splitIntoSyllables(letters, (part) => (known.has(plainSyllable(part)) ? 1 : undefined), longestSyllable)?.map(plainSyllable) ?? [
          plain,
        ]
      )
    })
}

/** In characters: བསྒྲུབས. */
const longestSyllable = 8

/** The terms of a row of syllables: each, and each two. */
export function tibetanTerms(syllables: readonly string[]): string[] {
  const meaning = syllables.filter((syllable) => !particles.has(syllable))
  return [...meaning, ...neighbours(meaning, 2, '་')]
}
