import { unstable_parseMultipartFormData as parseMultipart, type UploadHandlerPart } from '@remix-run/node'
import type { Uploads } from '#app/forms/form-values.ts'
import { largestFile } from '#app/uploads/sanitize-image.server.ts'

/** Maximum number of parts of a form, and maximum bytes of its fields. */
const [mostParts, mostFieldBytes] = [200, 64 * 1024]

/**
 * Parses a multipart form; a file too large is skipped, the others are read. Undefined where the form is malformed,
 * or the connection ended before it was complete. Never throws.
 */
export async function readMultipart(request: Request): Promise<Uploads | undefined> {
  const uploads: Uploads = { fields: new URLSearchParams(), files: [], tooLarge: [] }
  let [parts, fieldBytes] = [0, 0]
  const take = async ({ name, filename, data }: UploadHandlerPart): Promise<undefined> => {
    parts += 1
    const isFile = filename !== undefined
    const limit = isFile ? largestFile : mostFieldBytes - fieldBytes
    const { bytes, size } = await upTo(limit, data)
    if (parts > mostParts || (!isFile && size > limit)) throw new Error('More than a form of ours holds')
    if (isFile) {
      if (size > limit) uploads.tooLarge.push(filename)
      // An unused file input is sent as an empty file without a name.
      else if (size > 0 || filename !== '') uploads.files.push({ name: filename, bytes })
      return
    }
    fieldBytes += size
    const value = bytes.toString('utf8')
    if (name.includes('\0') || value.includes('\0')) throw new Error('No form of ours sends this')
    uploads.fields.append(name, value)
  }
  return parseMultipart(request, take).then(
    // Every form of ours has at least one part, at least an unused file input.
    () => (parts > 0 ? uploads : undefined),
    () => undefined,
  )
}

/** The bytes of a part, none where there are more than `limit`, and how many there were. */
async function upTo(limit: number, data: AsyncIterable<Uint8Array>): Promise<{ bytes: Buffer; size: number }> {
  let chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of data) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks = []
  }
  return { bytes: Buffer.concat(chunks), size }
}
