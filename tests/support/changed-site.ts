import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { languages } from '#app/domain/language.ts'

/*
 * The site as a later release may be: a service, a question, an option, a condition and a county have gone, and one of each has come.
 * All that went is in use in the data the fixtures keep. A service, one of its conditions, one of its departments, a law and some standard
 * sentences are put otherwise.
 */

/** What went, what was added, and what took whose place. */
export const changes = {
  service: { gone: 'skills-training', added: 'trade-training' },
  question: { gone: 'dwelling', added: 'heating' },
  option: { gone: 'employed-contract', added: 'apprentice' },
  condition: { of: 'settle-household', gone: 'C4', added: 'C6' },
  county: { gone: '630104', added: '630199', successor: '630105' },
  renamed: {
    ...{ of: 'school-preschool', condition: 'C1', department: 'kindergarten', law: 'preschool-education-law' },
    phrases: { asked: 'correction.all-pages', approved: 'approve.checked-at-window', answered: 'rating.told' },
  },
} as const

/** What everything put otherwise is called since: nothing of before says it. */
export const newName = 'put-otherwise'

/** Every kind of thing that went, as `app/services/retired.ts` writes it down. */
const retired = `{
  services: { 'skills-training': { until: '2026-11-23', successor: 'trade-training', departments: ['hrss-bureau', 'employment-service'], hotlines: ['12333'],
    act: { nature: 'benefit', decides: ['hrss-bureau'], remedies: ['recheck'], sources: [], certainty: 'medium' } } },
  questions: { dwelling: { until: '2026-11-23' } },
  options: { 'work.employed-contract': { until: '2026-11-23' } },
  conditions: {
    'settle-household.C1': { until: '2026-11-28' },
    'residence-permit.C0': { until: '2026-11-28' },
    'settle-household.C4': { until: '2026-11-23' },
  },
  counties: { '630104': { until: '2026-11-23', successor: '630105' } },
  departments: {},
  instruments: {},
  papers: {},
  fields: {},
  phrases: {},
}`

/** Makes a copy of the sources, changes it as a release would, and builds it; resolves with its folder. */
export async function builtChangedSite(): Promise<string> {
  const site = mkdtempSync(join(tmpdir(), 'settle-changed-'))
  for (const name of [
    'app',
    'db',
    'locales',
    'public',
    'package.json',
    'package-lock.json',
    'vite.config.ts',
    'remix.config.js',
    'tsconfig.json',
  ])
    cpSync(name, join(site, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(site, 'node_modules'))
  changeSources(site)
  for (const language of languages) changeTexts(site, language)
  const build = "import('./app/run/prepare.js').then(({ build }) => build({ compressed: false }))"
  await promisify(execFile)(process.execPath, ['-e', build], { cwd: site, env: { ...process.env, VITEST: '' } })
  return site
}

function changeSources(site: string): void {
  const edit = (name: string, ...steps: readonly (readonly [string | RegExp, string])[]) => {
    const path = join(site, 'app/services', name)
    writeFileSync(
      path,
      steps.reduce((text, [from, to]) => replaced(name, text, from, to), readFileSync(path, 'utf8')),
    )
  }
  // The service, under another name: what it leads to and what leads to it follow.
  renameSync(join(site, 'app/services/skills-training'), join(site, 'app/services/trade-training'))
  for (const name of [
    'index.ts',
    'promises.ts',
    ...['trade-training', 'job-services', 'unemployment-insurance', 'vocational-school'].map((one) => `${one}/index.ts`),
  ])
    edit(name, [/skills-training/g, 'trade-training'])
  // The question, in the self-check and in a form; a new one stands in its place.
  edit('household.ts', [
    / {2}dwelling: \{[\s\S]*?\n {2}\},\n/,
    "  heating: { of: 'household', kind: 'choice', options: ['coal', 'gas', 'other'] },\n",
  ])
  edit('blocks.ts', ["asked('kind', 'dwelling')", "asked('heating', 'heating')"])
  edit(
    'residence-permit/conditions.ts',
    [/\/\*\* Has a stable dwelling[\s\S]*?\n\}\)\n/, ''],
    ['stableWork, stableDwelling, ', 'stableWork, '],
  )
  edit('shown-dwelling.ts', [/allOf\([\s\S]*?\n\)\n/, "isOneOf('heating', ['gas'])\n"])
  for (const name of ['public-rental-housing', 'affordable-rental-housing'])
    edit(`${name}/conditions.ts`, [/ {2}condition\('H1'[\s\S]*?\n {2}\}\),\n/, ''])
  // The option, in whatever looks at it.
  edit(
    'household.ts',
    [/\n {6}'employed-contract',\n/, "\n      'apprentice',\n"],
    ["attainable: { 'employed-nocontract': ['employed-contract'] },", ''],
  )
  for (const name of [
    'circumstances',
    ...[
      'employee-pension-medical',
      'wage-protection',
      'job-services',
      'residence-permit',
      'occupational-injury',
      'insurance-transfer',
      'resident-pension',
    ].map((one) => `${one}/conditions`),
  ])
    edit(`${name}.ts`, [/'employed-contract': /g, 'apprentice: '])
  edit('circumstances.ts', [/\['employed-contract', /, "['apprentice', "])
  // The condition.
  edit('settle-household/conditions.ts', [
    / {2}condition\(\n {4}'C4'[\s\S]*?\n {2}\),\n/,
    "  condition('C6', 'local', match('heating', { coal: 'yes', gas: 'yes', other: 'unknown' }), { sources: [plan('六')], certainty: 'medium', asks: 'police-station', locallySet: true }),\n",
  ])
  // The county.
  edit('places.ts', ["'630104', ", ''], ["'630123'] }", "'630123', '630199'] }"])
  edit('retired.ts', [/Retired>>>> = \{[\s\S]*?\n\}/, `Retired>>>> = ${retired}`])
}

type Texts = { [key: string]: string | Texts }

/** Names of what went move to `retired.json`; what was added is named by itself. */
function changeTexts(site: string, language: string): void {
  const edit = (name: string, change: (texts: Texts) => void) => {
    const path = join(site, 'locales', language, `${name}.json`)
    const texts = JSON.parse(readFileSync(path, 'utf8')) as Texts
    change(texts)
    writeFileSync(path, JSON.stringify(texts, null, 2))
  }
  const gone: Record<string, unknown> = {}
  const taken = (texts: Texts, ...path: string[]): unknown => {
    const [last = '', parent] = [path.pop(), path.reduce((at, part) => at[part] as Texts, texts)]
    const found = parent[last]
    if (found === undefined) throw new Error(`No text ${[...path, last].join('.')}`)
    delete parent[last]
    return found
  }
  renameSync(
    join(site, 'locales', language, 'services/skills-training.json'),
    join(site, 'locales', language, 'services/trade-training.json'),
  )
  edit('services/trade-training', (texts) => {
    const conditions = Object.entries(texts.conditions as Record<string, Texts>)
    gone.services = { 'skills-training': texts.name }
    gone.conditions = { 'skills-training': Object.fromEntries(conditions.map(([id, { is }]) => [id, is])) }
    gone.papers = { 'skills-training': texts.documents }
    gone.fields = { 'skills-training': labelsIn(texts.form as Record<string, Texts>) }
    texts.name = `trade-training (${language})`
  })
  edit('services/settle-household', (texts) => {
    const { is } = taken(texts, 'conditions', 'C4') as Texts
    Object.assign(gone.conditions as object, { 'settle-household': { C4: is } })
    const conditions = texts.conditions as Texts
    conditions.C6 = conditions.C5 as Texts
  })
  edit('questions', (texts) => {
    const { short, options } = texts.dwelling as Texts
    texts.heating = taken(texts, 'dwelling') as Texts
    texts.heating.options = { coal: 'coal', gas: 'gas', other: 'other', unsure: 'unsure' }
    delete texts.heating.optionHelp
    gone.questions = { dwelling: short }
    const work = texts.work as Texts
    gone.options = { dwelling: options, work: { 'employed-contract': taken(work, 'options', 'employed-contract') } }
    Object.assign(work.options as Texts, { apprentice: `apprentice (${language})` })
  })
  edit('places', (texts) => {
    gone.counties = { '630104': taken(texts, 'counties', '630104') }
    Object.assign(texts.counties as Texts, { '630199': `630199 (${language})` })
  })
  edit('retired', (texts) => Object.assign(texts, combined(texts, gone as Texts)))
  const { of, condition, department, law, phrases } = changes.renamed
  const rename = (name: string, ...paths: readonly (readonly string[])[]) =>
    edit(name, (texts) => {
      for (const path of paths) {
        taken(texts, ...path)
        const parent = path.slice(0, -1).reduce((at, part) => at[part] as Texts, texts)
        parent[path.at(-1) ?? ''] = `${newName} (${language}, ${path.join(' ')})`
      }
    })
  rename(`services/${of}`, ['name'], ['conditions', condition, 'is'])
  rename('departments', [department])
  rename('instruments', [law, 'title'], [law, 'short'])
  rename('phrases', ...Object.values(phrases).map((phrase) => phrase.split('.')))
}

/** What was retired before, and what is now. */
const combined = (before: Texts, now: Texts): Texts =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(now)])].map((key) => {
      const [one, other] = [before[key], now[key]]
      return [key, typeof one === 'object' && typeof other === 'object' ? combined(one, other) : ((other ?? one) as string | Texts)]
    }),
  )

const labelsIn = (fields: Record<string, Texts>) => Object.fromEntries(Object.entries(fields).map(([id, { label }]) => [id, label]))

function replaced(name: string, text: string, from: string | RegExp, to: string): string {
  const found = typeof from === 'string' ? text.includes(from) : new RegExp(from.source).test(text)
  if (!found) throw new Error(`${name} has no ${from}`)
  return text.replace(from, to)
}
