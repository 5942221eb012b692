import { once } from 'node:events'
import { casesOf, does } from '#tests/fixtures/making/hall.ts'
import { fillFolder, handIn } from '#tests/fixtures/making/residents.ts'
import { answerBy } from './answer-by.ts'
import type { BuiltServer } from './built-server.ts'
import { changes } from './changed-site.ts'
import { asVisitor } from './old-pages.ts'
import { formIn } from './page-text.ts'
import type { Resident } from './resident.ts'

/** What was done on the site of today before a release changed it: browsers of residents, and where the desk reads their cases. */
export type Before = {
  /** Corrected, approved, rated, answered. */
  readonly ended: Case
  /** Asked for corrections, not answered. */
  readonly open: Case
  readonly draft: Record<string, string>
}

type Case = { readonly cookies: Record<string, string>; readonly url: string }

const mode = 'zh-bo'
const target = 'address/home/words'
const { of: service } = changes.renamed

/** A resident hands in, is asked for something and told something, always with a standard sentence; others are at the beginning. */
export async function doneBefore(port: number): Promise<Before> {
  const staff = (name: string) => asVisitor(port, name).browser
  const [clerk, reviewer, supervisor] = [staff('clerk'), staff('reviewer'), staff('supervisor')]
  const asked = async (name: string) => {
    const { one, code } = await fillFolder(port, mode, [service], {
      county: changes.county.gone,
      name,
      words: '测试老街 3 号',
      'birth-date-year': '1990',
    })
    await handIn(one, mode)
    const [url = ''] = await casesOf(clerk, code)
    await does(clerk, url, { do: 'accept' })
    const item = {
      ...answerBy,
      [`ask-${target}`]: 'on',
      [`reason-${target}`]: 'does-not-match',
      [`phrase-${target}`]: changes.renamed.phrases.asked,
    }
    await does(reviewer, url, item, '/corrections')
    return { one, url }
  }
  const [ended, open] = [await asked('措姆·测试'), await asked('仁青·测试')]
  await corrects(ended.one, mode, { words: '测试新街 4 号' })
  await does(reviewer, ended.url, { do: 'start-review' })
  await does(reviewer, ended.url, { words: '可以·测试', phrase: changes.renamed.phrases.approved }, '/approve')
  await ended.one.post(`/${mode}/applications/1/rate`, { score: '1', words: '太慢·测试' })
  await does(supervisor, ended.url.replace('/cases/', '/ratings/'), { phrase: changes.renamed.phrases.answered, words: '' })
  const { one: draft } = await fillFolder(port, mode, [service], {
    county: changes.county.gone,
    name: '德吉·测试',
    'birth-date-year': '1990',
  })
  const opener = ({ one, url }: typeof ended) => ({ cookies: one.cookies(), url: url.replace('/zh/', `/${mode}/`) })
  return { ended: opener(ended), open: opener(open), draft: draft.cookies() }
}

/** Answers a request for corrections; `given` by the end of a field's name. */
export async function corrects(browser: Resident, mode: string, given: Readonly<Record<string, string>>): Promise<void> {
  const path = `/${mode}/applications/1/correct`
  const fields = Object.entries(formIn((await browser.get(path)).text, 'correct')).map(
    ([name, { values }]): [string, string | string[]] => [name, Object.entries(given).find(([end]) => name.endsWith(end))?.[1] ?? values],
  )
  const { status } = await browser.post(path, Object.fromEntries(fields))
  if (status !== 303) throw new Error(`${path} answers ${status}`)
}

/** Stops a server and leaves its data folder to the next. */
export async function stopKeepingData(server: BuiltServer): Promise<void> {
  const ended = once(server.process, 'exit')
  server.process.kill('SIGTERM')
  await ended
}
