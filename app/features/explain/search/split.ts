/**
 * Letters written without a space or a mark between the syllables, as the cheapest row of known syllables.
 * @param cost what a syllable costs; undefined where it is none
 * @returns undefined where the letters are no row of syllables
 */
export function splitIntoSyllables(letters: string, cost: (syllable: string) => number | undefined, longest: number): string[] | undefined {
  const best: ({ readonly cost: number; readonly row: readonly string[] } | undefined)[] = [{ cost: 0, row: [] }]
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best[start]
      const syllable = letters.slice(start, end)
      const costs = cost(syllable)
      if (!before || costs === undefined) continue
      const sum = before.cost + costs
      if (sum < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { cost: sum, row: [...before.row, syllable] }
    }
  }
  const whole = best[letters.length]
  return whole && [...whole.row]
}

/** Every `size` neighbours of a row, joined: of `a b c` in twos `ab` and `bc`. */
export function neighbours(row: readonly string[], size: number, between = ''): string[] {
  return row.slice(size - 1).map((_, at) => row.slice(at, at + size).join(between))
}
