import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { purposes } from '#app/domain/stored-labels.ts'
import { decrypt, encrypt } from '#app/security/encryption.server.ts'
import { bytesOf, makeFolder, orDiskFull, removeAt, syncFolder, type Written } from './disk.server.ts'
import { pathOf } from './upload-folder.server.ts'

const partOf = (id: string) => `${pathOf(id)}.part`

/** Deletes the pieces of a file. */
export async function deletePieces(id: string): Promise<void> {
  await removeAt(partOf(id))
}

/** Each encrypted piece is preceded by its encrypted length and its plain length, four bytes each. */
const headBytes = 8

/**
 * Appends a piece at `offset` (in plain bytes). What lies behind that offset was never acknowledged, for example
 * half a piece written when the power went, and is cut off. Where the pieces do not reach that far, returns how far they do.
 */
export async function appendPiece(
  id: string,
  offset: number,
  bytes: Uint8Array,
): Promise<Written | { ok: false; error: 'offset'; offset: number }> {
  const path = partOf(id)
  let reached = 0
  const written = await orDiskFull(async () => {
    await makeFolder(dirname(path))
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
    try {
      const end = await endOfFile(file, offset)
      reached = end.offset
      if (reached !== offset) return
      await file.truncate(end.position)
      await writeAt(file, end.position, framed(encrypt(bytes, purposes.paperPiece(id, offset)), bytes.length))
      await file.sync()
    } finally {
      await file.close()
    }
    if (offset === 0) await syncFolder(dirname(path))
  })
  return written.ok && reached !== offset ? { ok: false, error: 'offset', offset: reached } : written
}

function framed(encrypted: Buffer, length: number): Buffer {
  const head = Buffer.alloc(headBytes)
  head.writeUInt32BE(encrypted.length, 0)
  head.writeUInt32BE(length, 4)
  return Buffer.concat([head, encrypted])
}

async function writeAt(file: FileHandle, position: number, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten
}

/** Where in the file the piece at `offset` begins; where the complete pieces end, if that is before. */
async function endOfFile(file: FileHandle, offset: number): Promise<{ position: number; offset: number }> {
  const { size } = await file.stat()
  const head = Buffer.alloc(headBytes)
  const place = { position: 0, offset: 0 }
  while (place.offset < offset) {
    const { bytesRead } = await file.read(head, 0, headBytes, place.position)
    const next = place.position + headBytes + head.readUInt32BE(0)
    if (bytesRead < headBytes || next > size) break
    place.position = next
    place.offset += head.readUInt32BE(4)
  }
  return place
}

/** The pieces of a file put together; undefined where there are none, or one is incomplete. */
export async function assemblePieces(id: string): Promise<Buffer | undefined> {
  const all = await bytesOf(partOf(id))
  if (!all || all === 'damaged') return undefined
  const pieces: Buffer[] = []
  for (let position = 0, offset = 0; position < all.length; ) {
    if (position + headBytes > all.length) return undefined
    const end = position + headBytes + all.readUInt32BE(position)
    const piece = end <= all.length ? decrypt(all.subarray(position + headBytes, end), purposes.paperPiece(id, offset)) : undefined
    if (!piece) return undefined
    pieces.push(piece)
    offset += piece.length
    position = end
  }
  return Buffer.concat(pieces)
}
