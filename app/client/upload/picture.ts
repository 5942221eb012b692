/** Why a photograph may not be readable. */
export type Hint = 'dark' | 'blurred'

/** The longest side of a photograph as it is sent, in pixels. */
const longestSide = 2000

/**
 * The photograph reduced, and whether it looks blurred or dark. Rejects where the browser cannot decode it.
 * Browsers differ in whether they apply EXIF orientation: so it is removed before and
 * added after, and the server applies it.
 */
export async function smaller(file: File): Promise<{ file: Blob; hint?: Hint }> {
  if (file.type === 'application/pdf' || file.size > 4e7) return { file }
  const bytes = new Uint8Array(await new Response(file).arrayBuffer())
  const turn = turnOf(bytes)
  if (turn) bytes.set(turn.little ? [1, 0] : [0, 1], turn.at)
  const picture = await createImageBitmap(turn ? new Blob([bytes], { type: 'image/jpeg' }) : file)
  const small = drawn(picture, longestSide)
  const hint = hintOf(drawn(picture, 320))
  picture.close()
  const blob = await new Promise<Blob | null>((resolve) => small.toBlob(resolve, 'image/jpeg', 0.85))
  if (!blob || blob.size >= file.size) return { file, hint }
  return { file: turn ? new Blob([blob.slice(0, 2), exifOf(turn.value), blob.slice(2)], { type: 'image/jpeg' }) : blob, hint }
}

function drawn(picture: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = contextOf(canvas)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** Position and value of the EXIF orientation of a JPEG; undefined where it is upright. */
function turnOf(bytes: Uint8Array): { at: number; little: boolean; value: number } | undefined {
  const byte = (at: number) => bytes[at] ?? 0
  const two = (at: number, little = false) => (little ? byte(at) | (byte(at + 1) << 8) : (byte(at) << 8) | byte(at + 1))
  if (two(0) !== 0xffd8) return undefined
  for (let at = 2; byte(at) === 0xff && byte(at + 1) !== 0xda; at += 2 + two(at + 2)) {
    if (byte(at + 1) !== 0xe1 || two(at + 4) !== 0x4578) continue
    const tiff = at + 10
    const little = byte(tiff) === 0x49
    const directory = tiff + two(tiff + (little ? 4 : 6), little)
    for (let entry = 0; entry < two(directory, little); entry += 1) {
      const field = directory + 2 + entry * 12
      const value = two(field + 8, little)
      if (two(field, little) === 0x112) return value > 1 && value < 9 ? { at: field + 8, little, value } : undefined
    }
  }
  return undefined
}

/** An EXIF segment with an orientation, and nothing else. */
function exifOf(turn: number): Uint8Array<ArrayBuffer> {
  const [head, field] = ['ff e1 00 22 45 78 69 66 00 00 4d 4d 00 2a 00 00 00 08 00 01', '01 12 00 03 00 00 00 01 00']
  const start = `${head} ${field}`.split(' ').map((pair) => Number.parseInt(pair, 16))
  return new Uint8Array([...start, turn, 0, 0, 0, 0, 0, 0])
}

/** Does a small copy look dark, or blurred: hardly any light, hardly any edges? */
function hintOf(canvas: HTMLCanvasElement): Hint | undefined {
  const { width, height } = canvas
  const { data } = contextOf(canvas).getImageData(0, 0, width, height)
  const grey = new Float32Array(width * height)
  let light = 0
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * at, 4 * at + 3)
    grey[at] = 0.3 * red + 0.59 * green + 0.11 * blue
    light += grey[at] ?? 0
  }
  if (light / grey.length < 50) return 'dark'
  let [sum, squares, count] = [0, 0, 0]
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = (dx: number, dy: number) => grey[(y + dy) * width + x + dx] ?? 0
      const edge = at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1) - 4 * at(0, 0)
      sum += edge
      squares += edge * edge
      count += 1
    }
  return count > 0 && squares / count - (sum / count) ** 2 < 60 ? 'blurred' : undefined
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser does not draw')
  return context
}
