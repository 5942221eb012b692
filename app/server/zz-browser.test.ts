import { readFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setPaperFolder } from '#app/features/application/paper-files.server.ts'
import { paperBytes, startPieces, takePiece } from '#app/features/application/papers.server.ts'
import { uploadsOf } from '#app/features/application/upload.server.ts'
import { findChromium } from '#app/run/machine.js'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { openDatabase, setDatabase } from '#db/connection.server.ts'
import { keepFolder } from '#db/folders.server.ts'
import { papersIn } from '#db/papers.server.ts'
import { createListener } from './listener.ts'

const dir = mkdtempSync(join(tmpdir(), 'zz-'))
let server: Server, browser: Browser, page: Page, url: string
let posts: string[] = [], plain: any[] = [], fault: ((u: URL) => Response | 'cut' | undefined) | undefined
const now = new Date()
async function pages(request: Request): Promise<Response> {
  const u = new URL(request.url)
  if (request.method === 'GET') {
    if (u.pathname === '/elsewhere') return new Response('<h1>closed</h1>', { headers: { 'Content-Type': 'text/html' } })
    return new Response(`<!doctype html><meta charset=utf-8><form id=f method=post action="/zh/apply/papers/k~home" enctype="multipart/form-data" data-pieces="/zh/apply/papers/k~home/pieces" data-text-waiting=W data-text-sending=S data-text-done=D data-text-failed=F data-text-retry=R data-text-blurred=B data-text-dark=K data-text-file-type=T><label>choose <input id=i type=file name=files multiple></label><button type=submit>send</button></form><p id=n>${(await papersIn('ours')).filter(x=>x.state==='kept').length}</p><script type=module src=/assist.js></script><script type=module src=/upload.js></script>`, { headers: { 'Content-Type': 'text/html' } })
  }
  posts.push(u.pathname.split('/').slice(5).join('/') + u.search)
  const bad = fault?.(u)
  if (bad === 'cut') throw new Error('cut')
  if (bad) return bad
  if (u.pathname.endsWith('/k~home')) { const up = await uploadsOf(request); plain.push(up); return new Response(null, { status: 303, headers: { Location: '/zh/apply/papers/k~home' } }) }
  const id = u.pathname.split('/')[6]
  const answer = id ? await takePiece('ours', id, Number(u.searchParams.get('offset')), new Uint8Array(await request.arrayBuffer())) : await startPieces('ours', 'k~home', Number(u.searchParams.get('size')), new Date())
  return Response.json(answer, { status: answer.ok ? 200 : answer.error === 'offset' ? 409 : 422 })
}
beforeAll(async () => {
  setKeys(keysFrom({ sessionSecret: 's', dataKey: 'd' }, false))
  const listener = createListener({ pages, files: new Map(['upload', 'assist'].map((n) => [`/${n}.js`, { identity: { body: readFileSync(`public/${n}.js`), etag: '"x"', headers: ['Content-Type', 'text/javascript'], kept: [] }, br: undefined, gzip: undefined }])) as any, isReady: () => true, log: () => {}, rateLimit: false, trustProxy: 0, publicOrigin: undefined })
  server = createServer((q, s) => { if (cutNext && q.method === 'POST') { cutNext -= 1; return q.socket.destroy() } listener(q, s) })
  await new Promise<void>((r) => server.listen(0, '127.0.0.1', r))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/zh/apply/papers/k~home`
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
})
let cutNext = 0
let errors: string[] = []
beforeEach(async () => {
  posts = []; plain = []; fault = undefined; cutNext = 0; errors = []
  setPaperFolder(join(mkdtempSync(join(dir, 'p-')), 'papers'))
  const o = openDatabase(':memory:', 'db/migrations'); setDatabase(o.db)
  await keepFolder({ id: 'ours', codeHash: 'c', pinHash: 'p', sealed: Buffer.of(1), version: 1, round: 'r', createdAt: now, savedAt: now, expiresAt: now }, [])
  page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage()
  page.on('pageerror', (e) => errors.push(String(e))); page.on('console', (m) => { if (m.type() === 'error') errors.push(m.text()) })
})
afterAll(async () => { await browser.close(); server.closeAllConnections(); server.close() })
const text = (lines: number, w: number, h: number) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><rect width="100%" height="100%" fill="#e8e4da"/><rect width="30%" height="40%" x="65%" y="10%" fill="#887766"/>${Array.from({ length: lines }, (_, i) => `<text x="5%" y="${(i + 1) * 90 / lines}%" font-size="${h / lines / 2}" fill="#222">Name 身份证 63010419900101${i}</text>`).join('')}</svg>`)
async function photo(name: string, options: { blur?: number; dim?: number; orientation?: number; w?: number; h?: number } = {}) {
  const { w = 4000, h = 3000 } = options
  let s = sharp(await sharp(text(9, w, h)).png().toBuffer())
  if (options.blur) s = s.blur(options.blur)
  if (options.dim) s = s.linear(options.dim, 0)
  // sensor noise, so that the file has the size of a photograph
  const noise = await sharp({ create: { width: w, height: h, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 10 } } as any }).png().toBuffer()
  s = sharp(await s.composite([{ input: noise, blend: 'soft-light' }]).png().toBuffer())
  let j = s.jpeg({ quality: 92 }).withExif({ IFD0: { Artist: 'Zhangsan' } })
  if (options.orientation) j = j.withMetadata({ orientation: options.orientation })
  const path = join(dir, name)
  const b = await j.toBuffer(); writeFileSync(path, b)
  return path
}
const kept = async () => { const all = (await papersIn('ours')).filter((x) => x.state === 'kept'); return Promise.all(all.map(async (x) => (await paperBytes('ours', x.id))!)) }
const count = (n: number) => expect.poll(() => page.locator('#n').textContent(), { timeout: 30000 }).toBe(String(n))

test('photos', { timeout: 120000 }, async () => {
  const a = await photo('a.jpg'), b = await photo('b.jpg', { orientation: 6 }), c = await photo('c.jpg', { orientation: 3 })
  await page.goto(url); await page.setInputFiles('#i', [a, b, c]); await count(3)
  console.log(posts.length, posts[0], errors)
  const k = await kept()
  for (const x of k) { const m = await sharp(x.bytes).metadata(); console.log(m.width, m.height, x.bytes.length) }
  for (const [i, f] of [a, b, c].entries()) {
    const want = await sharp(readFileSync(f)).autoOrient().resize(40, 40, { fit: 'fill' }).greyscale().raw().toBuffer()
    const got = await sharp(k[i]!.bytes).resize(40, 40, { fit: 'fill' }).greyscale().raw().toBuffer()
    let d = 0; for (let p = 0; p < 1600; p++) d += Math.abs(want[p]! - got[p]!); console.log('diff', d / 1600)
    expect(d / 1600).toBeLessThan(4)
  }
  expect(errors).toEqual([])
})
test('values', { timeout: 120000 }, async () => {
  for (const [n, o] of [['b0', {}], ['b3', { blur: 3 }], ['b6', { blur: 6 }], ['b10', { blur: 10 }], ['b15', { blur: 15 }], ['b20', { blur: 20 }], ['b30', { blur: 30 }]] as const) {
    const f = await photo(n + '.jpg', o)
    const { data, info } = await sharp(f).resize(320, 240).greyscale().raw().toBuffer({ resolveWithObject: true })
    let s = 0, q = 0, c = 0, gs = 0, gq = 0
    const w = info.width
    for (let y = 1; y < info.height - 1; y++) for (let x = 1; x < w - 1; x++) { const i = y * w + x; const e = data[i-1]!+data[i+1]!+data[i-w]!+data[i+w]!-4*data[i]!; s += e; q += e*e; c++; gs += data[i]!; gq += data[i]!**2 }
    console.log(n, 'lap', (q/c-(s/c)**2).toFixed(0), 'grey', (gq/c-(gs/c)**2).toFixed(0), 'ratio', ((q/c-(s/c)**2)/(gq/c-(gs/c)**2)).toFixed(3))
  }
})
test('hints', { timeout: 120000 }, async () => {
  const files = [await photo('sharp.jpg'), await photo('blur6.jpg', { blur: 6 }), await photo('blur15.jpg', { blur: 15 }), await photo('blur30.jpg', { blur: 30 }), await photo('dark.jpg', { dim: 0.15 })]
  await page.goto(url); await page.setInputFiles('#i', files); await count(5)
  console.log(await page.locator('.sending li').allTextContents(), errors)
  await page.reload(); expect(await page.locator('.sending li').count()).toBe(0)
})
test('cut and offline', { timeout: 120000 }, async () => {
  const big = join(dir, 'big.pdf'); writeFileSync(big, Buffer.concat([Buffer.from('%PDF-1.4 '), Buffer.alloc(1_000_000, 'x')]))
  const a = await photo('a2.jpg', { w: 1500, h: 1200 })
  await page.goto(url); cutNext = 1
  let n = 0; fault = () => { n += 1; if (n === 3) cutNext = 1; return n === 4 ? new Response('busy', { status: 503 }) : undefined }
  await page.setInputFiles('#i', [a]); await count(1); console.log(posts)
  fault = undefined
  await page.context().setOffline(true); await page.setInputFiles('#i', [a]); await page.waitForTimeout(1500)
  console.log(await page.locator('.sending li').allTextContents()); await page.context().setOffline(false); await count(2)
  // refused
  await page.setInputFiles('#i', [big]); await expect.poll(() => page.locator('.sending li').allTextContents(), { timeout: 20000 }).toEqual(['big.pdfF'])
  const txt = join(dir, 'x.txt'); writeFileSync(txt, 'hello'); await page.setInputFiles('#i', [txt, a]); await count(3)
  console.log(await page.locator('.sending li').allTextContents(), errors)
})
test('resume from offset after the server lost pieces; start elsewhere', { timeout: 60000 }, async () => {
  const a = await photo('a3.jpg', { w: 1900, h: 1500 })
  await page.goto(url); let hit = 0
  fault = (u) => u.search.includes('offset=524288') && !hit++ ? Response.json({ ok: false, error: 'offset', offset: 262144 }, { status: 409 }) : undefined
  await page.setInputFiles('#i', [a]); await count(1); console.log(posts)
  fault = () => new Response(null, { status: 302, headers: { Location: '/elsewhere' } })
  await page.setInputFiles('#i', [a]); await page.waitForTimeout(1000); console.log(page.url(), await page.locator('#n').textContent())
})
test('plain after the script met something strange; submit while sending is held', { timeout: 60000 }, async () => {
  const a = await photo('a4.jpg', { w: 900, h: 700 })
  await page.goto(url); fault = (u) => u.pathname.includes('pieces') ? new Response('<h1>404</h1>', { status: 404 }) : undefined
  await page.setInputFiles('#i', [a]); await expect.poll(() => page.locator('.sending li').allTextContents()).toEqual(['a4.jpgF'])
  await page.setInputFiles('#i', [a]); await page.click('button'); await expect.poll(() => plain.length).toBe(1); expect(plain[0].files.length).toBe(1)
  console.log(errors)
})
