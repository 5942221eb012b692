import { randomBytes } from 'node:crypto'

const many = 4096
let ahead = Buffer.alloc(0)

/** Random bytes, from many fetched at once: the system takes about as long for a few as for a few thousand. */
export function randoms(count: number): Buffer {
  if (count > many) return randomBytes(count)
  if (ahead.length < count) ahead = randomBytes(many)
  const taken = ahead.subarray(0, count)
  ahead = ahead.subarray(count)
  return taken
}
