/** Maximum number at the same time, from one address and in all. */
export type ConcurrencyLimits = { readonly each: number; readonly all: number }

/** Counts what is running. @returns undefined where the limit is reached, else a function that says it has ended */
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
