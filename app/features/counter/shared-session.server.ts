import { type Denied, type Done, denied, done, type RedirectTo, redirectTo, type StreamOutcome } from '#app/access/outcome.ts'
import { assistedSessionOfScreen, endExpiredOnScreen } from '#app/access/pairing.server.ts'
import { endExpiredAssistedSession, type RequestContext } from '#app/access/request-context.server.ts'
import type { AssistedSession } from '#app/cases/assisted-session.server.ts'
import { confirm, isOneScreen, pointAt, sharedSession, subscribe, writeFields } from '#app/cases/shared-session.server.ts'
import type { Writer } from '#app/domain/shared-session.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'

/** The assisted session of the clerk's or the resident's screen; an expired one is ended here. */
async function assistedSessionFor(context: RequestContext, as: Writer): Promise<AssistedSession | undefined> {
  if (as === 'clerk') {
    await endExpiredAssistedSession(context)
    return context.actor.by === 'clerk' ? context.actor.assisted : undefined
  }
  await endExpiredOnScreen(context.cookies, context.now)
  return assistedSessionOfScreen(context.cookies, context.now)
}

const writerOf = (words: unknown): Writer => (words === 'clerk' ? 'clerk' : 'resident')

/** Receives input, focus or a confirmation from either screen; a form without script redirects back to the page. */
export async function sharedSessionAction(context: RequestContext, form: FormValues): Promise<RedirectTo | Done | Denied> {
  const { mode } = context
  const as = writerOf(form.get('as'))
  const assisted = await assistedSessionFor(context, as)
  const back = () => redirectTo(as === 'resident' ? paths.sharedSession(mode) : paths.answers(mode))
  if (!assisted) return form.has('back') ? back() : denied('over')
  const words = (name: string) => String(form.get(name) ?? '').slice(0, 200)
  const place = words('place')
  const given = Object.fromEntries(form.getAll('name').map((name) => [String(name), form.getAll(String(name)).map(String)]))
  writeFields(assisted.id, place, as, given, form.has('known'))
  if (sharedSession(assisted.id).place === place) {
    if (as === 'clerk' && form.has('focus')) pointAt(assisted.id, { focus: words('focus') || null })
    if (as === 'resident' && form.has('pointed')) pointAt(assisted.id, { pointed: words('pointed') || null })
    if (form.has('confirm') && (as === 'resident' || isOneScreen(assisted.id, mode))) confirm(assisted.id, place)
  }
  return form.has('back') ? back() : done
}

/** Interval of keep-alive lines and of checking the right to listen, in milliseconds. */
const beat = 10_000

/**
 * The state of the shared session, as it changes, for one of the two screens; ends with the assisted session.
 * @param askAgain a new request context, for a connection that lasts
 * @param signal aborted when the connection is closed
 */
export async function sharedSessionEvents(
  context: RequestContext,
  askAgain: () => Promise<RequestContext>,
  signal: AbortSignal,
): Promise<StreamOutcome | Denied> {
  const as = writerOf(context.query.get('as'))
  const assisted = await assistedSessionFor(context, as)
  if (!assisted) return denied('over')
  const isStill = async () => (await assistedSessionFor(await askAgain(), as))?.id === assisted.id
  return { kind: 'stream', type: 'text/event-stream', content: streamOf(assisted.id, as, isStill, signal) }
}

function streamOf(sessionId: string, as: Writer, isStill: () => Promise<boolean>, signal: AbortSignal): ReadableStream<Uint8Array> {
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
      const forget = subscribe(sessionId, as, (state) => !over && (state ? send(`data: ${JSON.stringify(state)}\n\n`) : end()))
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
