import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Secret, TOTP } from 'otpauth'
import type { StaffRole } from '#app/domain/staff.ts'
import { firstLink } from './hall.ts'
import { type Resident, resident } from './resident.ts'

/** A staff member: their sign-in name, and a signed-in browser. */
export type StaffMember = {
  readonly id: string
  readonly port: number
  readonly login: string
  readonly password: string
  readonly browser: Resident
  /** The cookies, for a browser of another kind. */
  cookies(): Record<string, string>
}

/** The password of every staff member in tests. */
export const staffPassword = 'four yaks by the lake'

const firstLogin = 'guanli.ceshi'
let made = 0

/** A sign-in name unique across processes; visibly a sample. */
export const freshLogin = () => `ceshi.${process.pid}.${Date.now().toString(36)}.${++made}`

/** A server, and the source of the link for its first administrator: its output, or its data folder. */
export type StaffedServer = { readonly port: number; readonly output?: () => string; readonly dataDir?: string }

/** The administrator of a server, created by the invitation link where there is none yet. */
export async function administratorOf({ port, output, dataDir = '' }: StaffedServer): Promise<StaffMember> {
  const names = { name: '管理·测试', login: firstLogin }
  const printed = output && printedLink(output())
  if (printed) await choose(port, printed, names)
  // Another worker of the browser tests may create a newer link in between: one of them will be used.
  if (!output) for (let link = await firstLink(dataDir); link; link = await firstLink(dataDir)) await choose(port, link, names)
  return { id: '', ...(await signedInAs(port, firstLogin)) }
}

/** The path of the link of the first administrator, as the server printed it before it was ready; undefined where it printed none. */
export function printedLink(output: string): string | undefined {
  return /(\/zh-bo\/desk\/invitation\/\S+)/.exec(output)?.[1]
}

/** Chooses a password by a link; for the first administrator the names too. A used link does nothing. */
async function choose(port: number, link: string, names: Record<string, string> = {}): Promise<void> {
  await resident(port).post(link, { ...names, password: staffPassword, again: staffPassword })
}

/** Signs in with the shared password. @throws where that does not work */
export async function signedInAs(port: number, login: string, more: Record<string, string> = {}): Promise<Omit<StaffMember, 'id'>> {
  const browser = resident(port)
  const { status, text } = await browser.post('/zh/desk/sign-in', { login, password: staffPassword, ...more })
  if (status !== 303) throw new Error(`Signing in as ${login} answers ${status}: ${errorsIn(text)}`)
  return { port, login, password: staffPassword, browser, cookies: () => browser.cookies() }
}

/** Creates a hall for a place; resolves with its id. */
export async function makeHall({ browser }: StaffMember, place: string, more: Record<string, string> = {}): Promise<string> {
  const before = new Set(idsIn((await browser.get('/zh/desk/halls')).text, 'halls'))
  const { status, text } = await browser.post('/zh/desk/halls', { place, zh: '测试大厅', bo: 'ཚོད་ལྟའི་ཚོམས་ཆེན', ...more })
  if (status !== 303) throw new Error(`Making a hall answers ${status}: ${errorsIn(text)}`)
  const id = idsIn((await browser.get('/zh/desk/halls')).text, 'halls').find((one) => !before.has(one))
  if (!id) throw new Error('The hall is not there')
  return id
}

/** The data of a new staff member. Administrators have no hall. */
export type Post = { readonly role: StaffRole; readonly hall?: string; readonly name?: string; readonly practice?: boolean }

/** Creates a staff member, who chooses a password by their link and signs in. */
export async function makeStaff(administrator: StaffMember, { practice, ...post }: Post): Promise<StaffMember> {
  const { port } = administrator
  const { id, login, link } = await invite(administrator, post)
  await choose(port, link)
  return { id, ...(await signedInAs(port, login, practice ? { practice: 'yes' } : {})) }
}

/** Creates a staff member without a password; resolves with their link. */
export async function invite({ browser }: StaffMember, { role, hall = '', name = '扎西·测试' }: Post) {
  const login = freshLogin()
  const { status, text } = await browser.post('/zh/desk/staff', { name, login, role, hall })
  if (status !== 201) throw new Error(`Making ${role} answers ${status}: ${errorsIn(text)}`)
  return { id: idOf(text, login), login, link: linkIn(text) }
}

/** Locks the screens of a staff member: no activity for eleven minutes. */
export function lockScreen(dataDir: string, { id }: Pick<StaffMember, 'id'>): void {
  const database = new Database(join(dataDir, 'settle.sqlite'))
  database.prepare('update staff_sessions set seen_at = ? where staff_id = ?').run(new Date(Date.now() - 11 * 60_000).toISOString(), id)
  database.close()
}

/** Ends the sessions of a staff member: the twelve hours are over. */
export function endSession(dataDir: string, { id }: Pick<StaffMember, 'id'>): void {
  const database = new Database(join(dataDir, 'settle.sqlite'))
  database.prepare('update staff_sessions set expires_at = ? where staff_id = ?').run(new Date(Date.now() - 60_000).toISOString(), id)
  database.close()
}

/** The link to hand over on a page. */
export const linkIn = (html: string): string => /href="(\/\w+(?:-bo)?\/desk\/invitation\/[\w-]{43})"/.exec(html)?.[1] ?? ''

const idsIn = (html: string, of: 'halls' | 'staff'): string[] =>
  [...html.matchAll(new RegExp(`href="/zh/desk/${of}/([\\w-]{36})"`, 'g'))].map(([, id]) => id ?? '')

/** The id of a staff member by sign-in name, in the list of staff. */
function idOf(html: string, login: string): string {
  const row = html.split('<tr').find((one) => one.includes(`>${login}<`)) ?? ''
  return idsIn(row, 'staff')[0] ?? ''
}

/** The errors shown on a page. */
export const errorsIn = (html: string): string =>
  /error-summary[\s\S]*?<ul[^>]*>([\s\S]*?)<\/ul>/.exec(html)?.[1]?.replace(/<[^>]+>/g, ' ') ?? ''

/** The code an authenticator app shows; `steps` later or earlier. */
export function codeOf(secret: string, steps = 0): string {
  const app = new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret.replaceAll(' ', '')) })
  return app.generate({ timestamp: Date.now() + steps * 30_000 })
}
