import { type RawAnswer, send } from './built-server.ts'

/** Uploads a small picture for a paper, as a form without script does. */
export async function sendFile(port: number, cookies: Readonly<Record<string, string>>, path: string): Promise<RawAnswer> {
  const { default: sharp } = await import('sharp')
  const picture = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#7a8' } })
    .png()
    .toBuffer()
  const form = new FormData()
  form.append('files', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'a.png')
  const { headers, body } = new Request('http://127.0.0.1', { method: 'POST', body: form })
  const bytes = Buffer.from(await new Response(body).arrayBuffer())
  const Cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  return send(port, 'POST', path, { Cookie, 'Content-Type': headers.get('Content-Type') ?? '', 'Content-Length': `${bytes.length}` }, bytes)
}
