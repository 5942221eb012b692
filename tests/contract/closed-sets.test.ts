import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { langOf } from '#app/i18n/mode.ts'
import { copiesIn } from './closed-set-rules.ts'

// Modes, languages, roles, statuses and the like are declared once each, and derived everywhere else.

const sourcesIn = (folder: string, wanted: RegExp) =>
  readdirSync(folder, { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((file) => wanted.test(file) && !/\/(fixtures|migrations)\//.test(file))
    .map((file) => ({ file, source: readFileSync(file, 'utf8') }))

test.each(['app', 'db', 'locales'])('nothing in %s copies a closed set by hand', (folder) =>
  expect(sourcesIn(folder, /(?<!\.test)(?<!\.d)\.(tsx?|js)$/).flatMap(copiesIn)).toEqual([]),
)

/**
 * Copies of the languages or modes in tests; copies of other sets are often what is expected. Tests of this guard, of what a third
 * language needs, and of what was rendered one after another write them down.
 */
const copiesInTest = (source: Parameters<typeof copiesIn>[0]) =>
  /(closed-sets|third-language|render-cache)\.test\.tsx?$/.test(source.file)
    ? []
    : copiesIn(source).filter((copy) => /:\d+ (languages|modes): /.test(copy))

test('no test lists the languages or modes by hand', () => {
  expect([...sourcesIn('tests', /\.ts$/), ...sourcesIn('app', /\.test\.tsx?$/)].flatMap(copiesInTest)).toEqual([])
  const lists = ["test.each(['zh', 'bo'])", "for (const mode of ['zh', 'bo', 'zh-bo']) walk(mode)", "const one: 'zh' | 'bo' = 'zh'"]
  for (const source of lists) expect(copiesInTest({ file: 'tests/server/any.test.ts', source })).toHaveLength(1)
  for (const source of ["textOf('zh', key)", "mode === 'zh'", "for (const truth of ['yes', 'no', 'unknown']) judge(truth)"])
    expect(copiesInTest({ file: 'tests/server/any.test.ts', source })).toEqual([])
})

/** The languages a style sheet gives no font, and those it speaks of that are none. */
function languageFaults(css: string): string[] {
  const known = languages.map(langOf)
  const unknown = [...css.matchAll(/\[lang="([^"]*)"\]/g)].map(([, lang = '']) => lang).filter((lang) => !known.includes(lang))
  const without = known.filter((lang) => !new RegExp(`(^|\\n) *\\[lang="${lang}"\\] \\{[^}]*font-family:`).test(css))
  return [...new Set(unknown), ...without]
}

test('the style sheets know every language, and no other', () => {
  const sheets = sourcesIn('app', /\.css$/).map(({ source }) => source)
  expect(sheets.length).toBeGreaterThan(10)
  expect(languageFaults(sheets.join(''))).toEqual([])
  expect(languageFaults('\n[lang="zh-CN"] { font-family: a; }\n.pair [lang="bo"] { font-family: b; }\n[lang="zh"] { margin: 0; }')).toEqual(
    ['zh', 'bo'],
  )
})

describe('the guard rejects', () => {
  test.each([
    ['a list of languages', "const languages = ['zh', 'bo'] as const"],
    ['a list of modes, on several lines', "const modes = [\n  'zh',\n  'bo',\n  'zh-bo',\n]"],
    ['a union', "type Language = 'zh' | 'bo'"],
    ['a union with null', "let truth: 'yes' | 'no' | null"],
    ['a pattern', 'const path = /^\\/(zh|bo|zh-bo)\\/apply$/'],
    ['a language compared with, so that a third one gets the other’s text', "const words = mode === 'bo' ? tibetan : chinese"],
    ['a schema', "z.enum(['eligible', 'possible', 'not-yet', 'not-applicable'])"],
    ['a part of the roles', "const mayLook = ['supervisor', 'administrator']"],
    ['statuses in a query', "sql`status in ('approved', 'declined')`"],
    ['a set', "new Set(['draft', 'expired'])"],
    [
      'a whole copy the compiler holds to it: the next member would be missing',
      "['yes', 'no', 'unknown'] as const satisfies readonly Truth[]",
    ],
    ['languages among other keys', "const labels: Record<string, string> = { note: 'a', zh: 'b', bo: 'c' }"],
    ['languages at the end of other keys', "const forms = { 'hall.zh': 'a', 'hall.bo': 'a', 'member.name': 'a' }"],
    ['states in a table of integrity', "['staff', 'id', 'state', ['active', 'off']]"],
    ['a state of an upload', "type Stored = { readonly state: 'receiving' | 'kept' }"],
    ['states of a message', "export type MessageState = 'waiting' | 'sent' | 'given-up'"],
    ['reasons of a correction, in part', "const refusing: readonly string[] = ['unreadable', 'does-not-match', 'expired', 'wrong-paper']"],
    ['grounds of a duplicate', "type Ground = 'identity-number' | 'same-member' | 'same-details'"],
    ['kinds of consent', "type Consent = { readonly kind: 'general' | 'sensitive' | 'child' }"],
    ['states of feedback in a query', "inArray(feedback.state, ['answered', 'closed'])"],
    ['kinds of feedback', "z.enum(['wrong', 'unclear', 'translation', 'other'])"],
    ['the sexes', "export function sexOf(number: string): 'male' | 'female' {"],
    ['the scores', "['5', '4', '3', '2', '1'].map((one) => one)"],
    ['the scores as numbers', 'const scores = [1, 2, 3, 4, 5]'],
    ['the scores in a pattern', '/^[1-5]$/.test(score)'],
    ['why a folder is opened', "type Props = { why: 'closed' | 'deleted' | 'photos' | null }"],
    ['why one signs in', "(why?: 'chosen' | 'out' | 'everywhere' | 'provider' | 'unknown' | 'kept' | 'other') => why"],
    ['why one is at the counter', "(['nobody', 'scope', 'ended'] as const).find((one) => one === why)"],
    ['why nothing opened', "type Opened = { ok: false; error: 'code-form' | 'pin-form' | 'no-match' | 'locked' }"],
  ])('%s', (_what, source) => expect(copiesIn({ file: 'app/features/desk/page.tsx', source })).not.toEqual([]))

  test.each([
    ['a member alone', "actor('clerk', id)"],
    ['some numbers that are scores too', "tries.push([1, 2], ['1', '3'], /[1-3]/)"],
    ['a status compared with', "status === 'draft'"],
    ['a named part the compiler holds to it', "['yes', 'no'] as const satisfies readonly Truth[]"],
    ['a part of a type', "type Writer = Extract<Role, 'clerk' | 'resident'>"],
    ['a record: the compiler asks for every member', "const icons: Record<Truth, string> = { yes: 'a', no: 'b', unknown: 'c' }"],
    ['a record of languages', "const own: InEvery<string> = { zh: 'a', bo: 'b' }"],
    ['one of modes', "const beside: Record<Mode, Mode> = { zh: 'bo', bo: 'bo', 'zh-bo': 'bo' }"],
    ['words that belong to no set together', "type Decision = 'approve' | 'decline' | 'return'"],
  ])('and lets pass: %s', (_what, source) => expect(copiesIn({ file: 'app/features/desk/page.tsx', source })).toEqual([]))

  test('a whole copy among the values of services, not a choice', () => {
    const at = (source: string) => copiesIn({ file: 'app/services/define-more.ts', source })
    expect(at("topics: ['housing', 'work']")).toEqual([])
    expect(at("['settlement', 'schooling', 'housing', 'insurance', 'work', 'assistance', 'land']")).toHaveLength(1)
  })
})
