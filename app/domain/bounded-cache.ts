/** What was worked out for a key before, or is now; a cache that holds `most` is emptied first. */
export function cached<V>(cache: Map<string, V>, most: number, key: string, work: () => V): V {
  const before = cache.get(key)
  if (before !== undefined) return before
  if (cache.size >= most) cache.clear()
  const fresh = work()
  cache.set(key, fresh)
  return fresh
}
