import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect, type TypedResponse } from '@remix-run/node'
import { setCookieHeader } from '#app/access/cookies.server.ts'
import { type DeniedWhy, denied, isStop, type OnDevice, type Outcome, type RefusedWhy } from '#app/access/outcome.ts'
import { endExpiredAssistedSession, type RequestContext, touchSession } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { requireWriter } from '#app/access/written-by.server.ts'
import { isOutOfSpace } from '#app/cases/disk-full.server.ts'
import { notSaved } from '#app/features/desk/not-saved.server.ts'
import { isMode } from '#app/i18n/mode.ts'
import { contextOf } from './loader-context.ts'
import { isPlainLoad, PlainPage } from './plain-page.ts'
import { redirectPage } from './redirect-page.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs
type UseCase<O> = (context: RequestContext) => O | Promise<O>

/** What is not the same as text: a page that is shown as its error reads its data from JSON, any other as it is. `Deep`: how deep is looked. */
type NoJson<T, Deep extends 0[] = []> = T extends Unwritable
  ? T
  : Deep['length'] extends 6
    ? never
    : T extends readonly (infer Item)[]
      ? NoJson<Item, [...Deep, 0]>
      : T extends object
        ? { [K in keyof T]-?: NoJson<T[K], [...Deep, 0]> }[keyof T]
        : never
type Unwritable = Date | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | Uint8Array | bigint | symbol

/** The data of the pages an outcome may show; never where it is not the same as JSON. */
type Answered<O> = O extends { readonly kind: 'page' | 'refused'; readonly data: infer T }
  ? [NoJson<T>] extends [never]
    ? TypedResponse<T>
    : never
  : O extends { readonly kind: string }
    ? never
    : O

/** Answers a request with the outcome of a use case. It counts as activity of a clerk: the screen stays unlocked. */
export const respond = <O>(args: Args, run: UseCase<O>): Promise<Answered<O>> => answerTo(args, run, ['clerk'])

/**
 * The same on the pages of the desk: activity of every staff member. What was typed is shown again where it cannot be taken, since who sent
 * it may not do that any more, or what it belongs to is not theirs.
 */
export async function respondAtDesk<O>(args: Args, run: UseCase<O>): Promise<Answered<O>> {
  try {
    return await answerTo(args, (context) => asWriter(args, context, run), ['clerk', 'staff'])
  } catch (thrown) {
    if (args.request.method !== 'POST' || !(thrown instanceof Response) || thrown.status !== deniedStatus['not-found']) throw thrown
    throw (await notTaken(args)) ?? thrown
  }
}

/** Runs a use case where the form was written by who sends it. */
async function asWriter<O>({ request }: Args, context: RequestContext, run: UseCase<O>): Promise<O> {
  if (context.sends) requireWriter(context, await request.formData())
  return run(context)
}

/** The page with what was typed, in the language that was asked for; undefined where nothing was. */
async function notTaken(args: Args): Promise<Response | undefined> {
  const [context, form] = [await contextOf(args), await args.request.formData()]
  const lost = await notSaved(context, form, args.params.id)
  const elsewhere = lost && (await outcomeOf(async () => switchMode(form, context)))
  if (elsewhere) return responseOf(elsewhere as Outcome)
  return lost && json({ notSaved: lost }, { status: deniedStatus['not-found'] })
}

/** The same for the layout of every page, error pages included: no activity. */
export const respondLayout = <O>(args: Args, run: UseCase<O>): Promise<Answered<O>> => answerTo(args, run, [], false)

/** The same for what a page requests by itself: no activity, the screen still locks. */
export const respondUnattended = <O>(args: Args, run: UseCase<O>): Promise<Answered<O>> => answerTo(args, run, [])

async function answerTo<O>(
  args: Args,
  run: UseCase<O>,
  atWork: readonly RequestContext['actor']['by'][],
  checksMode = true,
): Promise<Answered<O>> {
  const result = await outcomeOf(async () => {
    const context = await contextOf(args)
    if (checksMode && args.params.mode !== undefined && !isMode(args.params.mode)) return denied('not-found')
    await endExpiredAssistedSession(context)
    if (atWork.includes(context.actor.by)) await touchSession(context)
    return run(context)
  })
  if (result === null || typeof result !== 'object' || !('kind' in result)) return result as Answered<O>
  if (isPage(result as Outcome) && isPlainLoad(args.context)) return plainPage(result as PageOutcome) as Answered<O>
  const answered = responseOf(result as Outcome)
  if ((result as Outcome).kind === 'denied') throw answered
  return answered as Answered<O>
}

/** The outcome of a use case, returned or thrown. */
async function outcomeOf(act: () => Promise<unknown>): Promise<unknown> {
  try {
    return await act()
  } catch (thrown) {
    if (isStop(thrown)) return thrown.outcome
    if (isOutOfSpace(thrown)) throw new Response(null, { status: 507 })
    throw thrown
  }
}

const refusedStatus: Readonly<Record<RefusedWhy, number>> = {
  invalid: 422,
  conflict: 409,
  'too-many': 429,
  gone: 404,
  retired: 410,
  'disk-full': 507,
}
const deniedStatus: Readonly<Record<DeniedWhy, number>> = { 'not-found': 404, forbidden: 403, malformed: 400, over: 410 }

type PageOutcome = Extract<Outcome, { readonly kind: 'page' | 'refused' }>
const isPage = (outcome: Outcome): outcome is PageOutcome => outcome.kind === 'page' || outcome.kind === 'refused'

function plainPage(outcome: PageOutcome): PlainPage {
  const status = outcome.kind === 'refused' ? refusedStatus[outcome.why] : outcome.made ? 201 : 200
  return new PlainPage(outcome.data, { status, headers: headersOf(outcome) })
}

/** An outcome as an HTTP response. */
function responseOf(outcome: Outcome): Response {
  switch (outcome.kind) {
    case 'page':
    case 'refused':
      return plainPage(outcome).toResponse()
    case 'go':
      if (outcome.fromElsewhere) return redirectPage(outcome.to, headersOf(outcome))
      return redirect(outcome.to, { status: outcome.resend ? 307 : 303, headers: headersOf(outcome) })
    case 'file':
      return new Response(outcome.content as BodyInit, {
        headers: {
          'Content-Type': outcome.type,
          'Content-Disposition': outcome.name === undefined ? 'inline' : `attachment; filename="${outcome.name}"`,
        },
      })
    case 'stream':
      return new Response(outcome.content, { headers: { 'Content-Type': outcome.type } })
    case 'done':
      return new Response(null, { status: 204, headers: headersOf(outcome) })
    case 'denied':
      return new Response(null, { status: deniedStatus[outcome.why] })
  }
}

function headersOf({ cookies = [], forget = [] }: OnDevice): Headers {
  const headers = new Headers()
  for (const change of cookies) headers.append('Set-Cookie', setCookieHeader(change))
  if (forget.length > 0) headers.set('Clear-Site-Data', forget.map((kind) => `"${kind}"`).join(', '))
  return headers
}
