import { randomBytes } from 'node:crypto'

const many = 4096
let ahead = Buffer.alloc(0)

/** Random bytes, from a buffer: the system takes about as long for a few as for a few thousand. */
export function secureRandom(count: number): Buffer {
  if (count > many) return randomBytes(count)
  if (ahead.length < count) ahead = randomBytes(many)
  const taken = ahead.subarray(0, count)
  ahead = ahead.subarray(count)
  return taken
}

/** An unguessable id that sorts by creation time (UUID version 7, RFC 9562): rows created together lie together in the database. */
export function newId(now = Date.now()): string {
  const bytes = Buffer.from(secureRandom(16))
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
