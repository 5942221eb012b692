const forms = ['0123456789', '０１２３４５６７８９', '༠༡༢༣༤༥༦༧༨༩']

/** Writes full-width and Tibetan digits as ASCII ones; every other character stays. */
export function asciiDigits(text: string): string {
  return [...text].map((character) => digitOf(character) ?? character).join('')
}

function digitOf(character: string): string | undefined {
  for (const form of forms) {
    const value = [...form].indexOf(character)
    if (value >= 0) return String(value)
  }
  return undefined
}
