import { redirect } from '@remix-run/node'
import type { Client } from '#app/cases/helping.server.ts'
import { confirm, isOneScreen, listen, show, together, write } from '#app/cases/together.server.ts'
import type { Writer } from '#app/domain/together.ts'
import { paths } from '#app/paths.ts'
import { keyboardOf } from '../client-session.server.ts'
import { modeOf } from '../page-data.ts'
import { clientOfScreenAt } from './joining.server.ts'

type Params = { mode?: string }

/** Whose client session a request of one of the two readers belongs to. */
async function clientFor(request: Request, as: Writer, now: Date, acting: boolean): Promise<Client | undefined> {
  if (as === 'resident') return clientOfScreenAt(request, now)
  const keyboard = await keyboardOf(request, now, acting)
  return keyboard.by === 'clerk' ? keyboard.client : undefined
}

const writerOf = (words: unknown): Writer => (words === 'clerk' ? 'clerk' : 'resident')

/** Takes what one of the two wrote, where they are, or what they say; a form without script goes back to the page. */
export async function takeShared(request: Request, params: Params): Promise<Response> {
  const mode = modeOf(params)
  const form = await request.formData()
  const as = writerOf(form.get('as'))
  const client = await clientFor(request, as, new Date(), true)
  const back = () => redirect(as === 'resident' ? paths.together(mode) : paths.answers(mode), 303)
  if (!client) return form.has('back') ? back() : new Response(null, { status: 410 })
  const words = (name: string) => String(form.get(name) ?? '').slice(0, 200)
  const place = words('place')
  const given = Object.fromEntries(form.getAll('name').map((name) => [String(name), form.getAll(String(name)).map(String)]))
  write(client.id, place, as, given, form.has('known'))
  if (together(client.id).place === place) {
    if (as === 'clerk' && form.has('focus')) show(client.id, { focus: words('focus') || null })
    if (as === 'resident' && form.has('pointed')) show(client.id, { pointed: words('pointed') || null })
    if (form.has('confirm') && (as === 'resident' || isOneScreen(client.id, mode))) confirm(client.id, place)
  }
  return form.has('back') ? back() : new Response(null, { status: 204 })
}

/** Lines that keep a silent connection alive, and how often the right to listen is looked at again, in milliseconds. */
const beat = 10_000

/** Everything the two share, as it changes, for one of them; ends with the client session. */
export async function listenTo(request: Request, params: Params): Promise<Response> {
  modeOf(params)
  const as = writerOf(new URL(request.url).searchParams.get('as'))
  const client = await clientFor(request, as, new Date(), false)
  if (!client) return new Response(null, { status: 410 })
  const isStill = async () => (await clientFor(request, as, new Date(), false))?.id === client.id
  return new Response(streamOf(client.id, as, isStill, request.signal), { headers: { 'Content-Type': 'text/event-stream' } })
}

function streamOf(client: string, as: Writer, isStill: () => Promise<boolean>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let stop = () => {}
  return new ReadableStream({
    start(controller) {
      const send = (words: string) => controller.enqueue(encoder.encode(words))
      const end = () => {
        stop()
        send('event: end\ndata: -\n\n')
        controller.close()
      }
      send('retry: 500\n\n')
      const timer = setInterval(
        () =>
          void isStill()
            .then((still) => (still ? send(':\n\n') : end()))
            .catch(() => stop()),
        beat,
      )
      let over = false
      const forget = listen(client, as, (state) => !over && (state ? send(`data: ${JSON.stringify(state)}\n\n`) : end()))
      stop = () => {
        over = true
        clearInterval(timer)
        forget()
      }
      signal.addEventListener('abort', () => stop())
    },
    cancel: () => stop(),
  })
}
