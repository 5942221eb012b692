import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { purposes } from '#app/domain/stored-labels.ts'
import type { MessageState } from '#app/domain/stored-states.ts'
import { readStored } from '#app/security/stored-value.server.ts'
import { type ClaimedMessage, claimDue, giveUp, markFailed, markSent } from '#db/outbox.server.ts'

/** The gateway short messages are delivered to. */
export type Gateway = {
  readonly url: string
  /** Signs each request. */
  readonly secret: string
  /** How long one try may last, in milliseconds; ten seconds by default. */
  readonly timeout?: number
}

/** Result of one try: the state of the message, and why (a status, or what prevented it). */
export type Outcome = { readonly id: string; readonly state: MessageState; readonly attempt: number; readonly why: string }

const minute = 60_000
/** The pauses after a failed try; after the sixth there is none. */
const pauses = [1, 5, 25, 120, 600].map((minutes) => minutes * minute)
/** The longest pause a gateway may ask for. */
const longestPause = 24 * 60 * minute
/** Older messages would mislead: a gateway configured later sends none of them. */
const tooOld = 3 * 24 * 60 * minute
/** Messages sent at the same time. */
const atOnce = 10
const requestTimeout = 10_000

/**
 * Tries messages that are due, at most ten. Concurrent runs never try the same one. A message is delivered at least
 * once: it is sent again where the process dies, or the disk refuses, between sending and noting it, or where the answer
 * is lost; the gateway recognises it by its `Idempotency-Key`.
 */
export async function deliverDue(gateway: Gateway, now: Date, fetch = globalThis.fetch): Promise<Outcome[]> {
  const taken = await claimDue(now, atOnce)
  return Promise.all(
    taken.map(async (one) => {
      const [id, attempt] = [one.id, one.attempts]
      try {
        return { id, attempt, ...(await tried(gateway, one, now, fetch)) }
      } catch {
        return { id, attempt, state: 'waiting', why: 'database' }
      }
    }),
  )
}

/**
 * Delivers what is due, now and every 15 seconds, one run at a time; logs a line for each outcome.
 * @returns stops it, once the current run has ended
 */
export function startDelivery(gateway: Gateway, log: (line: string) => void): () => Promise<void> {
  let stopping = false
  let running: Promise<void> | undefined
  const run = async () => {
    try {
      while (!stopping) {
        const outcomes = await deliverDue(gateway, new Date())
        for (const outcome of outcomes) log(logLine(outcome))
        if (outcomes.length < atOnce) return
      }
    } catch {
      log('{"level":"error","error":"outbox"}')
    }
  }
  const begin = () => {
    running ??= run().finally(() => {
      running = undefined
    })
  }
  const timer = setInterval(begin, 15_000)
  timer.unref()
  begin()
  return async () => {
    stopping = true
    clearInterval(timer)
    await running
  }
}

function logLine({ id, state, attempt, why }: Outcome): string {
  const level = state === 'given-up' ? { level: 'error' } : {}
  return JSON.stringify({ time: new Date().toISOString(), ...level, outbox: id, state, attempt, why })
}

/** Telephone number and text. */
const handed = z.tuple([z.string(), z.string()])

/** Result of a try: the gateway accepted it, will never accept it, or may accept it later. */
type Met = { readonly kind: 'taken' | 'refused' | 'failed'; readonly why: string; readonly retryAfter?: string | null }

async function tried(
  gateway: Gateway,
  { id, sealed, attempts, createdAt }: ClaimedMessage,
  now: Date,
  fetch: typeof globalThis.fetch,
): Promise<Pick<Outcome, 'state' | 'why'>> {
  const began = performance.now()
  const content = readStored({ table: 'outbox', id }, sealed, purposes.message(id), (plain) =>
    handed.parse(JSON.parse(plain.toString('utf8'))),
  )
  const isOld = now.getTime() - createdAt.getTime() > tooOld
  const met: Met =
    !content.ok || isOld
      ? { kind: 'refused', why: isOld ? 'too-old' : 'unreadable' }
      : await handedOver(gateway, id, content.value, now, fetch)
  const at = new Date(now.getTime() + performance.now() - began)
  const { why } = met
  if (met.kind === 'taken') {
    await markSent(id, at)
    return { state: 'sent', why }
  }
  const pause = pauses[attempts - 1]
  if (met.kind === 'refused' || pause === undefined) {
    await giveUp(id, at)
    return { state: 'given-up', why }
  }
  await markFailed(id, new Date(at.getTime() + Math.max(pause, pauseAsked(met.retryAfter, at))))
  return { state: 'waiting', why }
}

/** One POST, its answer read to the end: a truncated answer counts as none. */
async function handedOver(
  { url, secret, timeout = requestTimeout }: Gateway,
  id: string,
  [to, text]: readonly [string, string],
  now: Date,
  fetch: typeof globalThis.fetch,
): Promise<Met> {
  const body = JSON.stringify({ id, to, text })
  const timestamp = now.toISOString()
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Timestamp': timestamp,
        'Idempotency-Key': id,
        'X-Signature': `sha256=${signature}`,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    })
    await answer.body?.pipeTo(new WritableStream())
    return meaning(answer)
  } catch (error) {
    return { kind: 'failed', why: errorName(error) }
  }
}

function meaning({ ok, status, headers }: Response): Met {
  const why = String(status)
  if (ok) return { kind: 'taken', why }
  const isFinal = status >= 400 && status < 500 && ![408, 425, 429].includes(status)
  return isFinal ? { kind: 'refused', why } : { kind: 'failed', why, retryAfter: headers.get('Retry-After') }
}

/** Milliseconds of a `Retry-After`, seconds or a date; 0 where it cannot be parsed. */
function pauseAsked(retryAfter: string | null | undefined, at: Date): number {
  if (!retryAfter) return 0
  const asked = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - at.getTime()
  return Number.isNaN(asked) ? 0 : Math.min(asked, longestPause)
}

/** `timeout`, the system's code (`ECONNREFUSED`), or `unreachable`: nothing that could quote what was sent. */
function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unreachable'
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unreachable'
}
