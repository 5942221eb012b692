import { createHash } from 'node:crypto'
import { onDisk } from '#app/cases/disk.server.ts'
import { type Client, clientOnScreen } from '#app/cases/helping.server.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash, keys } from '#app/security/keys.server.ts'
import { randoms } from '#app/security/randoms.server.ts'
import { joinScreen } from '#db/client-sessions.server.ts'
import { practiceMark } from '../client-session.server.ts'

/** How long what lets a screen in is good for, in minutes. It serves once. */
export const joinMinutes = 5

const cookieName = () => (keys().secureCookies ? '__Host-screen' : 'screen')
const attributes = () => `Path=/; SameSite=Strict; HttpOnly${keys().secureCookies ? '; Secure' : ''}`
const screenHash = (token: string) => keyedHash(hashLabels.screen(token))
const nameOf = (join: string) => createHash('sha256').update(join).digest('base64url')

/** What lets a screen in, by its hash; in memory only. */
const joins = new Map<string, { readonly client: string; readonly practice: boolean; readonly until: number }>()

/** A new way in for a client's own screen; the one before serves no more. */
export function newJoin({ id }: Pick<Client, 'id'>, practice: boolean, now: Date): string {
  for (const [name, { client, until }] of joins) if (client === id || until <= now.getTime()) joins.delete(name)
  const join = randoms(24).toString('base64url')
  joins.set(nameOf(join), { client: id, practice, until: now.getTime() + joinMinutes * 60_000 })
  return join
}

/** Is there such a way in? It is not used up by being looked at. */
export function isJoin(join: string, now: Date): boolean {
  return (joins.get(nameOf(join))?.until ?? 0) > now.getTime()
}

/** Lets a screen in, once; the cookie it gets, or undefined where it may not come in. */
export async function letIn(join: string, now: Date): Promise<string | undefined> {
  const found = isJoin(join, now) ? joins.get(nameOf(join)) : undefined
  joins.delete(nameOf(join))
  if (!found) return undefined
  const token = randoms(32).toString('base64url')
  if (!(await onDisk(joinScreen(found.client, screenHash(token))))) return undefined
  return `${cookieName()}=${token}${found.practice ? practiceMark : ''}; ${attributes()}`
}

/** Takes the mark of a screen away. */
export const forgetScreen = () => `${cookieName()}=; Max-Age=0; ${attributes()}`

/** The client whose own screen a request comes from. */
export async function clientOfScreenAt(request: Request, now: Date): Promise<Client | undefined> {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
  const token = pairs.find((pair) => pair.startsWith(`${cookieName()}=`))?.slice(cookieName().length + 1)
  const [, plain] = /^([\w-]{43})(?:\.practice)?$/.exec(token ?? '') ?? []
  return plain === undefined ? undefined : clientOnScreen(screenHash(plain), now)
}

/** Does a request come from the screen of a client who is made up to practise? */
export async function isPracticeScreen(request: Request, now: Date): Promise<boolean> {
  const marked = /screen=[\w-]{43}\.practice/.test(request.headers.get('Cookie') ?? '')
  return marked && (await clientOfScreenAt(request, now)) !== undefined
}
