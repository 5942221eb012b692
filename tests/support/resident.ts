import type { RawAnswer } from './built-server.ts'
import { send } from './built-server.ts'

/** An HTTP client with cookies that posts forms like a browser without script. */
export type Resident = {
  get(path: string): Promise<RawAnswer>
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<RawAnswer>
  /** Where the last response redirected. */
  at(): string
  cookies(): Record<string, string>
}

const formType = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** The pages whose forms carry the version they were opened at. */
const versioned =
  /\/apply\/(step\/|folder$)|\/applications\/(\d+\/(correct|withdraw|rate)|delete|language)$|\/desk\/(staff|halls)\/.|\/desk\/account$/

/** A resident without cookies, or with those of another device. */
export function resident(port: number, cookies: Record<string, string> = {}): Resident {
  const jar = { ...cookies }
  let where = ''
  const remember = (answer: RawAnswer): RawAnswer => {
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      if (/Max-Age=0/.test(line)) delete jar[name]
      else jar[name] = value
    }
    where = String(answer.headers.location ?? where)
    return answer
  }
  const cookie = (): Record<string, string> => {
    const pairs = Object.entries(jar).map(([name, value]) => `${name}=${value}`)
    return pairs.length > 0 ? { Cookie: pairs.join('; ') } : {}
  }
  /** What compares versions is posted from its page, at the version shown; unless the test gives one. */
  const openedAt = async (path: string, fields: Readonly<Record<string, unknown>>): Promise<Record<string, string>> => {
    if (!versioned.test(path) || 'version' in fields) return {}
    const { text } = await send(port, 'GET', path, cookie())
    const versions = [...text.matchAll(/name="version" value="([^"]*)"/g)].map(([, version = '']) => version)
    // Each draft in a list has a form of its own.
    const [act] = ['remove', 'replace'].filter((one) => one in fields)
    if (act) return { version: /name="version" value="([^"]*)"/.exec(text.split(`id="${act}-${fields[act]}"`)[1] ?? '')?.[1] ?? '' }
    // The page of a staff member has a form for role and hall, and one for the account.
    return { version: (fields.do === undefined || fields.do === 'change' ? versions[0] : versions.at(-1)) ?? '' }
  }
  return {
    get: async (path) => remember(await send(port, 'GET', path, cookie())),
    post: async (path, fields) => {
      const body = Object.entries({ ...(await openedAt(path, fields)), ...fields }).flatMap(([name, values]) =>
        [values].flat().map((value): [string, string] => [name, value]),
      )
      return remember(await send(port, 'POST', path, { ...formType, ...cookie() }, new URLSearchParams(body).toString()))
    },
    at: () => where,
    cookies: () => ({ ...jar }),
  }
}

/** The PIN of every case in tests. */
export const pin = '481592'

/** What is agreed to before anything is stored. */
export const agree = ['general', 'sensitive', 'child']

/** What a folder is begun with besides what is applied for: for whoever fills in. */
export const beginning = { for: 'myself', agree, pin, again: pin }

/** What a test types into the fields of a step; visibly sample data. */
const fillings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  person: { 'f-name': '扎西·测试', 'f-birth-date-age': '40' },
  contact: {},
  address: { 'f-county': '630104', 'f-words': '测试街 0 号' },
  household: { 'f-people': '1' },
  dwelling: { 'f-kind': 'rent-contract' },
  work: { 'f-kind': 'casual' },
  school: { 'f-stage': 'unsure', 'f-register': 'unsure' },
}

/** Starts a folder for these services and fills in every step; resolves with the code. `own`: values of the services' own questions. */
export async function fillIn(
  one: Resident,
  services: readonly string[],
  own: Readonly<Record<string, string>> = {},
  mode = 'zh',
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  // A clerk asks for the language; whoever fills in themselves is not asked.
  await one.post(`/${mode}/apply`, { ...beginning, pick: services, language: mode })
  const slip = await one.get(`/${mode}/applications/slip`)
  const code = /class="case-code">([^<]+)</.exec(slip.text)?.[1] ?? ''
  for (let step = 0; step < 40; step++) {
    const list = await one.get(`/${mode}/apply/folder`)
    const next = new RegExp(`class="button" href="(/${mode}/apply/step/[^"]+)"`).exec(list.text)?.[1]
    if (!next) return code
    const block = next.split('/')[4] ?? ''
    const fields =
      block === 'own' ? own : { ...fillings[block], ...Object.fromEntries(Object.entries(more).filter(([name]) => belongs(block, name))) }
    // An empty step has no version; one with values from earlier is opened first.
    const first = await one.post(next, { version: '', ...fields })
    const answer = first.status === 409 ? await one.post(next, fields) : first
    if (answer.status !== 303) throw new Error(`${next} answers ${answer.status}: ${/error-summary[\s\S]{0,400}/.exec(answer.text)?.[0]}`)
  }
  throw new Error('The form does not end')
}

/** Further values, by block. */
const besides: Readonly<Record<string, readonly string[]>> = {
  contact: ['f-phone', 'f-messages', 'f-speaks'],
  person: ['f-identity-number'],
  address: ['f-county'],
}
const belongs = (block: string, name: string) => besides[block]?.includes(name) === true

/** The fields the page of submission requires. */
export async function submitForm(one: Resident, mode = 'zh'): Promise<Record<string, string | string[]>> {
  const page = await one.get(`/${mode}/apply/submit`)
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page.text)?.[1] ?? ''
  const agree = [...page.text.matchAll(/name="agree"[^>]*value="([^"]+)"/g)].map(([, kind]) => kind ?? '')
  return { 'submission-token': hidden('submission-token'), version: hidden('version'), opened: hidden('opened'), agree }
}

/** Saves the self-check of a browser; resolves with the code the page shows that it leads to. */
export async function savedCheckCode(one: Resident, fields: Readonly<Record<string, string>> = {}, mode = 'zh'): Promise<string> {
  const saved = await one.post(`/${mode}/check/save`, { pin, again: pin, ...fields })
  const shown = await one.get(String(saved.headers.location))
  const code = /class="case-code">([^<]+)</.exec(shown.text)?.[1]
  if (saved.status !== 303 || !code) throw new Error(`Not saved: ${saved.status}`)
  return code
}
