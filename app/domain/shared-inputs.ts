import type { Writer } from './shared-session.ts'

/** An input as one screen sends it: what stands in it, and what stood there when it was shown; null where the form does not say. */
export type SentInput = { readonly name: string; readonly given: readonly string[]; readonly shown: readonly string[] | null }

/** What stands in an input now; `by`: who typed it since the page was opened, null where it was saved before. */
export type StandingInput = { readonly given: readonly string[]; readonly by: Writer | null }

/** What becomes of the inputs one screen sends. */
export type SortedInputs = {
  /** Changed on this screen alone: to be written. */
  readonly changed: Readonly<Record<string, readonly string[]>>
  /** Changed on both screens since, to something else: neither is written over the other. */
  readonly both: readonly string[]
  /** Changed on the other screen alone: this one was not shown what stands there by now. */
  readonly moved: readonly string[]
}

/** Sorts what one screen sends: an input it left as it was shown is never written, however old its page is. */
export function sortInputs(sent: readonly SentInput[], standing: (name: string) => StandingInput | undefined, by: Writer): SortedInputs {
  const changed: Record<string, readonly string[]> = {}
  const [both, moved]: [string[], string[]] = [[], []]
  for (const { name, given, shown } of sent) {
    const now = standing(name)
    const isMovedOn = shown !== null && now !== undefined && now.by !== by && !isSameInput(now.given, shown)
    const isChanged = shown === null || isChangedInput({ given, shown })
    if (now && isSameInput(now.given, given)) continue
    if (isMovedOn) (isChanged ? both : moved).push(name)
    else if (isChanged) changed[name] = given
  }
  return { changed, both, moved }
}

/** Does something else stand in an input than it was shown with? */
export const isChangedInput = ({ given, shown }: Pick<SentInput, 'given' | 'shown'>): boolean =>
  shown !== null && !isSameInput(given, shown)

/** Empty inputs are the same as none, in whatever order several were chosen; browsers send line breaks as two characters. */
function isSameInput(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

const plain = (given: readonly string[]) =>
  given
    .map((text) => text.replace(/\r\n?/g, '\n'))
    .filter((text) => text !== '')
    .sort()
