import pLimit, { type LimitFunction } from 'p-limit'

const limits = new Map<string, LimitFunction>()

/** Runs work on the same file one after the other. */
export async function oneByOne<T>(id: string, work: () => Promise<T>): Promise<T> {
  const limit = limits.get(id) ?? pLimit(1)
  limits.set(id, limit)
  try {
    return await limit(work)
  } finally {
    if (limit.activeCount + limit.pendingCount === 0) limits.delete(id)
  }
}
