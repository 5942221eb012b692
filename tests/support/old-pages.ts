import { createHash } from 'node:crypto'
import { type OldPage, oldManifest } from './old-data.ts'
import { formIn, plain, textIn } from './page-text.ts'
import { agree, type Resident, resident } from './resident.ts'

/** What an address answers in the end. */
export type Answer = { readonly status: number; readonly path: string; readonly type: string; readonly bytes: Buffer }

/** What an address answers in the end, whatever it redirects to meanwhile. */
export async function follow(port: number, path: string, Cookie: string): Promise<Answer> {
  const base = `http://127.0.0.1:${port}`
  for (let [url, hops] = [new URL(path, base), 0]; hops < 6; hops++) {
    const answer = await fetch(url, { headers: Cookie ? { Cookie } : {}, redirect: 'manual' })
    const to = answer.headers.get('Location')
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (answer.status < 300 || answer.status >= 400 || !to)
      return { status: answer.status, path: url.pathname, type: answer.headers.get('Content-Type') ?? '', bytes }
    url = new URL(to, url)
  }
  throw new Error(`${path} leads round and round`)
}

/** Cookies as a browser sends them. */
export const cookieOf = (cookies: Readonly<Record<string, string>>) =>
  Object.entries(cookies)
    .map((pair) => pair.join('='))
    .join('; ')

/** What is not as it was at an address; empty where everything is. */
export async function differs(port: number, page: OldPage, Cookie: string): Promise<string[]> {
  const { status, type, bytes } = await follow(port, page.path, Cookie)
  if (status !== (page.to === undefined ? page.status : 200)) return [`${page.path} answers ${status}`]
  if (page.file) {
    const same = createHash('sha256').update(bytes).digest('hex') === page.file.sha256 && type === page.file.type
    return same ? [] : [`${page.path} is another file`]
  }
  const html = bytes.toString()
  const [said, held] = [type.startsWith('application/json') ? plain(sayings(html)) : textIn(html), valuesIn(html)]
  return [
    ...(page.says ?? []).filter((text) => !said.includes(plain(text))).map((text) => `${page.path} does not say ${text}`),
    ...(page.holds ?? []).filter((value) => !held.has(value)).map((value) => `${page.path} does not hold ${value}`),
  ]
}

/** Every word and value of a JSON file. */
const sayings = (text: string): string => {
  const texts: string[] = []
  JSON.parse(text, (_, value) => (typeof value === 'string' ? texts.push(value) : 0))
  return texts.join('\n')
}

const valuesIn = (html: string) => new Set(Object.values(formIn(html)).flatMap(({ values }) => values))

/** Where an address of the self-check asks: a question, or one of a member. */
const questionAt = (path: string): string | undefined => /^\/[\w-]+\/check\/((?:\d+\/)?[\w-]+)$/.exec(path.split('?')[0] ?? '')?.[1]

/**
 * Answers with "not sure" what the self-check asks today and did not ask of these people then, so that it stands where it stood: what was
 * added since, and what is asked earlier today, comes before it, and before a result. `pages` are those of then; a question on one of them
 * that is asked again is left open, to be noticed.
 */
export async function answerNewQuestions(one: Resident, mode: string, pages: readonly OldPage[]): Promise<void> {
  const stood = new Set(pages.map(({ path }) => questionAt(path)))
  for (let step = 0; step < 200; step++) {
    const path = String((await one.get(`/${mode}/check/summary`)).headers.location ?? '')
    const next = questionAt(path)
    if (next === undefined || stood.has(next)) return
    const { status } = await one.post(path, { answer: 'unsure' })
    if (status !== 303) throw new Error(`${path} answers ${status}`)
  }
  throw new Error('The self-check does not end')
}

/** Somebody with a browser of then. */
export function asVisitor(port: number, name: string): { browser: Resident; mode: string; code: string; cookie: string } {
  const found = oldManifest().visitors[name]
  if (!found) throw new Error(`Nobody is ${name}`)
  const { cookies, mode, code = '' } = found
  return { browser: resident(port, cookies), mode, code, cookie: cookieOf(cookies) }
}

/** Names who applies in a folder that was begun by somebody too young. */
export async function nameAdult(one: Resident, mode: string): Promise<void> {
  const page = await one.get(`/${mode}/apply/adult`)
  const { folder = '', instead = '' } = Object.fromEntries(
    [...page.text.matchAll(/type="hidden" name="(folder|instead)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const adult = { 'adult-name': '扎西·测试', 'adult-relation': 'guardian', 'adult-phone': '13800000000', who: 'other' }
  const { status } = await one.post(`/${mode}/apply/adult`, { folder, instead, ...adult, agree })
  if (status !== 303) throw new Error(`Naming an adult answers ${status}`)
}
