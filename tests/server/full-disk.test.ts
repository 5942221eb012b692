import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Language, languages } from '#app/domain/language.ts'
import { type BuiltServer, type RawAnswer, send, startBuilt } from '#tests/support/built-server.ts'
import { hiddenIn } from '#tests/support/lost-updates.ts'
import { beginning, fillIn, pin, type Resident, resident, submitForm } from '#tests/support/resident.ts'
import { textOf } from '#tests/support/texts.ts'

const disk = mkdtempSync(join(tmpdir(), 'settle-full-'))
const filler = join(disk, 'filler')

/** A disk of a few megabytes that can really be filled. */
const mount = () => execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk], { stdio: 'ignore' })
const unmount = () => execFileSync('umount', [disk])

function canMount(): boolean {
  try {
    mount()
    unmount()
    return true
  } catch {
    rmSync(disk, { recursive: true })
    return false
  }
}

/** Writes until nothing more fits. */
function fill(): void {
  const file = openSync(filler, 'a')
  for (let piece = Buffer.alloc(256 * 1024, 7); piece.length > 0; ) {
    try {
      writeSync(file, piece)
    } catch {
      piece = piece.subarray(0, Math.floor(piece.length / 2))
    }
  }
  closeSync(file)
  expect(statfsSync(disk).bavail).toBe(0)
}
const free = () => rmSync(filler, { force: true })

const trade = { 'f-trade': '做饭' }
const name = { 'f-name': '扎西·测试', 'f-birth-date-age': '40' }
const paper = (mode: string) => `/${mode}/apply/papers/id-card~1`

/** A picture that takes more than the last few bytes of a disk. */
const photo = () =>
  sharp({ create: { width: 900, height: 700, channels: 3, background: '#777', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
    .jpeg()
    .toBuffer()

const cookieOf = (one: Resident) => ({ Cookie: `folder=${one.cookies().folder}` })

/** Sends a picture as the form does without a script. */
function sendWhole(port: number, one: Resident, path: string, bytes: Buffer): Promise<RawAnswer> {
  const head = '--cut\r\nContent-Disposition: form-data; name="files"; filename="1.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
  const headers = { 'Content-Type': 'multipart/form-data; boundary=cut', ...cookieOf(one) }
  return send(port, 'POST', path, headers, Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--cut--\r\n')]))
}

const sendPiece = (port: number, one: Resident, path: string, bytes: Buffer) =>
  send(port, 'POST', path, { 'Content-Type': 'application/octet-stream', ...cookieOf(one) }, bytes)

/** The status of an answer, and whether it says in the language of the reader, and only there, that the disk is full. */
function toldFull({ status, text }: RawAnswer, mode: Language): string {
  const says = (language: Language) => text.includes(textOf(language, 'errors:page.full.title'))
  return `${status} ${says(mode) && text.includes(textOf(mode, 'errors:page.full.text')) && !says(mode === 'zh' ? 'bo' : 'zh')}`
}

const [isPossible, why] = canMount() ? [true, ''] : [false, ' (SKIPPED: mounting a small disk to fill takes root)']

describe.skipIf(!isPossible)(`when the disk is full${why}`, () => {
  let server: BuiltServer | undefined
  let port: number
  beforeAll(async () => {
    mount()
    mkdirSync(join(disk, 'data'))
    server = await startBuilt({ RATE_LIMIT: 'off' }, join(disk, 'data'))
    port = server.port
  }, 120_000)
  afterAll(async () => {
    free()
    await server?.stop()
    unmount()
    rmSync(disk, { recursive: true })
  })

  /** Somebody who has handed in, somebody on a step, and somebody about to hand in. */
  async function people(mode: Language) {
    const [handedIn, onStep, ready] = [resident(port), resident(port), resident(port)]
    const code = await fillIn(handedIn, ['skills-training'], trade, mode)
    expect((await handedIn.post(`/${mode}/apply/submit`, await submitForm(handedIn, mode))).status).toBe(303)
    await onStep.post(`/${mode}/apply`, { ...beginning, pick: 'skills-training' })
    await onStep.post(`/${mode}/apply/step/address/home`, { 'f-county': '630104', 'f-words': '从前写的' })
    await fillIn(ready, ['skills-training'], trade, mode)
    return { code, handedIn, onStep, ready, form: await submitForm(ready, mode) }
  }

  test.each(languages)(
    'nobody is told in %s that something is kept which is not; what was acknowledged is there',
    async (mode) => {
      const { code, handedIn, onStep, ready, form } = await people(mode)
      const bytes = await photo()
      const pieces = `${paper(mode)}/pieces`
      const start = `${pieces}?start&size=${bytes.length}&folder=${hiddenIn((await ready.get(paper(mode))).text).folder}`
      const begun = JSON.parse((await sendPiece(port, ready, start, Buffer.alloc(0))).text)
      fill()

      const step = () => onStep.post(`/${mode}/apply/step/person/1`, name)
      const submit = () => ready.post(`/${mode}/apply/submit`, form)
      expect(toldFull(await step(), mode)).toBe('507 true')
      expect(toldFull(await submit(), mode)).toBe('507 true')
      expect(toldFull(await handedIn.post(`/${mode}/applications/1/withdraw`, {}), mode)).toBe('507 true')
      const stranger = resident(port)
      expect(toldFull(await stranger.post(`/${mode}/apply`, { ...beginning, pick: 'job-services' }), mode)).toBe('507 true')
      expect(stranger.cookies()).toEqual({})
      const crowd = await Promise.all(Array.from({ length: 8 }, (_, index) => (index % 2 ? step() : submit())))
      expect(crowd.map((answer) => toldFull(answer, mode))).toEqual(Array(8).fill('507 true'))

      const whole = await sendWhole(port, ready, paper(mode), bytes)
      expect(whole.status).toBe(507)
      const besideField = /<p class="field-error" id="files-error">([\s\S]*?)<\/p>/.exec(whole.text)?.[1]
      expect(besideField).toContain(textOf(mode, 'errors:file.disk-full'))
      for (const path of [start, `${pieces}/${begun.id}?offset=0`]) {
        const answer = await sendPiece(port, ready, path, path.includes('start') ? Buffer.alloc(0) : bytes)
        expect([answer.status, JSON.parse(answer.text).error], path).toEqual([507, 'disk-full'])
      }

      // Reading goes on.
      expect((await handedIn.get(`/${mode}/applications`)).text).toContain('status-submitted')
      expect((await onStep.get(`/${mode}/apply/step/address/home`)).text).toContain('从前写的')
      expect((await ready.get(`/${mode}/applications`)).text).toContain('status-draft')
      expect((await resident(port).get('/readyz')).status).toBe(200)

      free()
      expect((await step()).status).toBe(303)
      expect((await onStep.get(`/${mode}/apply/step/person/1`)).text).toContain('扎西·测试')
      expect((await onStep.get(`/${mode}/apply/step/address/home`)).text).toContain('从前写的')
      expect((await sendWhole(port, ready, paper(mode), bytes)).status).toBe(303)
      const resumed = await sendPiece(port, ready, `${pieces}/${begun.id}?offset=0`, bytes)
      expect(JSON.parse(resumed.text)).toMatchObject({ ok: true, done: true })
      expect((await ready.get(paper(mode))).text.split('<img ').length - 1).toBe(2)
      // Photographs came since it was read: it is read again.
      expect((await submit()).status).toBe(409)
      expect((await ready.post(`/${mode}/apply/submit`, await submitForm(ready, mode))).status).toBe(303)
      expect((await ready.get(`/${mode}/applications`)).text.split('class="status status-submitted"').length - 1).toBe(1)
      const elsewhere = resident(port)
      expect((await elsewhere.post(`/${mode}/applications/open`, { code, pin })).status).toBe(303)
      const status = await elsewhere.get(`/${mode}/applications/1`)
      expect(status.text).toContain('status-submitted')
      expect(status.text).toContain('做饭')
      expect(server?.output()).not.toMatch(/"status":500/)
    },
    60_000,
  )
})
