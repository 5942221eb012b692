import { leaveFor } from './leaving.ts'
import { type Hint, smaller } from './picture.ts'

const pieceBytes = 256 * 1024

/** A line in the list of files. */
export type Line = { say(key: string): void; share(part: number): void; hint(key: string): void }

/** Result of an upload: why it was refused, and whether the photograph may be unreadable. */
export type Outcome = { error?: string; hint?: Hint }

/** Answer of the server: where the next piece begins, that it was the last, or an error. */
type Answer = { id?: string; offset?: number; done?: boolean; error?: string }
type Smaller = { file: Blob; hint?: Hint }
type Share = (loaded: number) => void

/** Where files are sent: the address of a paper, and the mark of the folder its page was opened in, which is sent with each piece. */
export type Target = { url: string; folder: string }

/** Uploads one file until it is stored or refused. @throws where the server answers something else */
export async function sendFile({ url, folder }: Target, chosen: File, line: Line): Promise<Outcome> {
  line.say('sending')
  const { file, hint } = await smaller(chosen).catch((): Smaller => ({ file: chosen }))
  if (hint) line.hint(hint)
  const of = folder && `&folder=${encodeURIComponent(folder)}`
  let [id, at, standing, again] = ['', 0, 0, 0]
  for (;;) {
    const to: string = id && `${url}/${encodeURIComponent(id)}?offset=${at}${of}`
    const from = at
    const answer: Answer = await insist(
      to || `${url}?start&size=${file.size}${of}`,
      to ? file.slice(at, at + pieceBytes) : new Blob([]),
      line,
      (loaded) => line.share(Math.min(1, (from + loaded) / file.size)),
    )
    if (answer.done) return { hint }
    if (answer.error === 'file-gone' && id && again < 2) {
      // The upload was deleted meanwhile: once more from the beginning.
      again += 1
      id = ''
    } else if (typeof answer.offset === 'number' && (answer.id || id)) {
      id = answer.id || id
      standing = to && answer.offset <= at ? standing + 1 : 0
      at = answer.offset
      if (standing > 5) return { error: 'failed' }
    } else return { error: answer.error }
  }
}

/** Posts until there is an answer: a broken connection, or a busy server, is retried. */
async function insist(url: string, body: Blob, line: Line, share: Share): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    const { status, text } = await post(url, body, share)
    if (status > 0 && status < 500 && status !== 408 && status !== 429) return answerOf(text)
    if (status >= 500 && tries > 6) return answerOf(text)
    line.say('retry')
    await pause(Math.min(30, 2 ** tries) * 1000)
    line.say('sending')
  }
}

/** @throws where the server answers something else */
function answerOf(text: string): Answer {
  const answer: Answer = JSON.parse(text)
  if (!answer.error && typeof answer.offset !== 'number' && !answer.done) throw new Error('This is no answer')
  return answer
}

function post(url: string, body: Blob, share: Share): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const end = () => {
      const { status, responseText: text, responseURL } = request
      // Redirected: the folder is closed on this device, or another is open, and the page it leads to says so.
      if (status && responseURL && responseURL !== asked) leaveFor(responseURL)
      else resolve({ status, text })
    }
    const asked = new URL(url, location.href).href
    request.open('POST', asked)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Accept', 'application/json')
    request.timeout = 180_000
    request.upload.onprogress = ({ loaded }) => share(loaded)
    request.onloadend = end
    request.send(body)
  })
}

/** Waits, but no longer than until the phone is online again. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      window.clearTimeout(timer)
      window.removeEventListener('online', end)
      resolve()
    }
    const timer = window.setTimeout(end, milliseconds)
    window.addEventListener('online', end)
  })
}
