import {
  type Denied,
  type Done,
  denied,
  done,
  type RedirectTo,
  type Refused,
  redirectTo,
  refused,
  type StreamOutcome,
} from '#app/access/outcome.ts'
import { assistedSessionOfScreen, endExpiredOnScreen } from '#app/access/pairing.server.ts'
import { endExpiredAssistedSession, type RequestContext } from '#app/access/request-context.server.ts'
import { isByAnother } from '#app/access/written-by.server.ts'
import type { AssistedSession } from '#app/cases/assisted-session.server.ts'
import { subscribe } from '#app/cases/shared-session.server.ts'
import type { Writer } from '#app/domain/shared-session.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import type { StepFinder } from './resident-screen.server.ts'
import { receiveInputs } from './shared-inputs.server.ts'

/** The assisted session of the clerk's or the resident's screen; an expired one is ended here. */
async function assistedSessionFor(context: RequestContext, as: Writer): Promise<AssistedSession | undefined> {
  if (as === 'clerk') {
    await endExpiredAssistedSession(context)
    return context.actor.by === 'clerk' ? context.actor.assisted : undefined
  }
  await endExpiredOnScreen(context.cookies, context.now)
  return assistedSessionOfScreen(context.cookies, context.now)
}

const writerOf = (value: unknown): Writer => (value === 'clerk' ? 'clerk' : 'resident')

/** What was not taken as it was sent: inputs both changed, each with what stands there, and a confirmation of what was not shown. */
type NotTaken = { readonly both: readonly (readonly string[])[]; readonly outdated: boolean; readonly left: boolean }

/** Receives input, focus or a confirmation from either screen by script; the clerk's form without script redirects back to the page. */
export async function sharedSessionAction(
  context: RequestContext,
  form: FormValues,
  findStep: StepFinder,
): Promise<RedirectTo | Done | Denied | Refused<NotTaken>> {
  const { mode } = context
  const as = writerOf(form.get('as'))
  // What stands on the page of another clerk is of another session.
  const assisted = isByAnother(context, form) ? undefined : await assistedSessionFor(context, as)
  const back = () => redirectTo(as === 'resident' ? paths.sharedSession(mode) : paths.answers(mode))
  if (!assisted) return form.has('back') ? back() : denied('over')
  const { both, left, outdated, state } = await receiveInputs(context, form, assisted, as, findStep)
  if (form.has('back')) return back()
  if (both.length === 0 && !left && !(outdated && form.has('confirm'))) return done
  return refused({ both: both.map((name) => [name, ...(state.values[name]?.given ?? [])]), left, outdated }, 'conflict')
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
      const send = (data: string) => controller.enqueue(encoder.encode(data))
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
