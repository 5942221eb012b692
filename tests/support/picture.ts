/** A photograph in one colour. */
export async function picture(background = '#7a8'): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp({ create: { width: 640, height: 400, channels: 3, background } })
    .png()
    .toBuffer()
}
