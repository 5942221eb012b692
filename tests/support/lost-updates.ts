import { fillIn, pin, type Resident, resident } from './resident.ts'

/** A value of a service's own question. */
export const trade = { 'f-trade': '做饭' }

/** The version a form of a page was opened at. */
export const versionIn = (html: string) => /name="version" value="([^"]*)"/.exec(html)?.[1] ?? 'none'

/** The version at which a page is opened now. */
export const opened = async (one: Resident, path: string) => ({ version: versionIn((await one.get(path)).text) })

/** What a form of a page sends besides what is typed. */
export const hiddenIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )

/** What a page of a conflict shows in its list, without marks of HTML. */
export const conflictIn = (html: string) => (/id="conflict"([\s\S]*?)<form/.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, ' ')

/** Posts as a browser does: to wherever an answer says to send the same once more. */
export async function send(one: Resident, path: string, fields: Readonly<Record<string, string | readonly string[]>>) {
  const answer = await one.post(path, fields)
  return answer.status === 307 ? one.post(one.at(), fields) : answer
}

/** Somebody with a folder filled in, and the same folder open on another device by code and PIN. */
export async function twoDevices(
  port: number,
  services: readonly string[] = ['skills-training'],
  own: Readonly<Record<string, string>> = trade,
): Promise<[Resident, Resident]> {
  const [one, other] = [resident(port), resident(port)]
  const code = await fillIn(one, services, own)
  await other.post('/zh/applications/open', { code, pin })
  return [one, other]
}
