/** So many at the same time, from one address and in all. */
export type ConcurrencyLimits = { readonly each: number; readonly all: number }

/** Counts what is under way; undefined where there is no room for one more, else how to say that it is over. */
export function concurrencyLimit({ each, all }: ConcurrencyLimits): (address: string) => (() => void) | undefined {
  const counts = new Map<string, number>()
  let total = 0
  const change = (address: string, by: 1 | -1) => {
    total += by
    const count = (counts.get(address) ?? 0) + by
    if (count === 0) counts.delete(address)
    else counts.set(address, count)
  }
  return (address) => {
    if (total >= all || (counts.get(address) ?? 0) >= each) return undefined
    change(address, 1)
    return () => change(address, -1)
  }
}
