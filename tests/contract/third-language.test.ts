import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

// `docs/add-a-language.md` lists what a third language needs. Here one is added, to the text the compiler reads only, and what the
// compiler asks for is compared with the list.

const declared = resolve('app/domain/language.ts')

/** The declaration of the languages with one more, and with its modes. */
function withThird(source: string): string {
  return [
    ["export const languages = ['zh', 'bo'] as const", "export const languages = ['zh', 'bo', 'xx'] as const"],
    ["  'zh-bo': ['zh', 'bo'],\n", "  'zh-bo': ['zh', 'bo'],\n  xx: ['xx'],\n  'zh-bo-xx': ['zh', 'bo', 'xx'],\n"],
    ["WholeMode = 'zh-bo'", "WholeMode = 'zh-bo-xx'"],
  ].reduce((text, [before = '', after = '']) => {
    if (!text.includes(before)) throw new Error(`The languages are not declared as this test knows them: ${before}`)
    return text.replace(before, after)
  }, source)
}

/** The files of the program, tests apart, that do not compile with a third language. */
function asked(): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd())
  const host = ts.createCompilerHost(options)
  const read = host.readFile
  host.readFile = (file) => {
    const source = read(file)
    return resolve(file) === declared && source !== undefined ? withThird(source) : source
  }
  const own = fileNames.filter((file) => /^(app|db|locales)\//.test(relative('.', file)) && !/\.test\.tsx?$/.test(file))
  const program = ts.createProgram(own, options, host)
  return [...new Set(program.getSemanticDiagnostics().flatMap(({ file }) => (file ? [relative('.', file.fileName)] : [])))]
}

/** The files the page says the compiler names. */
function told(page: string): string[] {
  const [, section = ''] = /## What the compiler asks for\n([\s\S]*?)\n## /.exec(page) ?? []
  return [...section.matchAll(/^- `([^`]+)`/gm)].map(([, file = '']) => file)
}

const listFaults = (ours: readonly string[], theirs: readonly string[]) => [
  ...ours.filter((file) => !theirs.includes(file)).map((file) => `${file} is not named by the compiler`),
  ...theirs.filter((file) => !ours.includes(file)).map((file) => `${file} is missing`),
]

test('the page about a third language lists every place the compiler asks about, and no other', { timeout: 300_000 }, () =>
  expect(listFaults(told(readFileSync('docs/add-a-language.md', 'utf8')), asked())).toEqual([]),
)

test('a place that is not listed, and one that needs nothing, are found', () => {
  const page = '## What the compiler asks for\n- `a.ts`: this\n- `b.ts`: that\n\n## After\n- `c.ts`\n'
  expect(listFaults(told(page), ['b.ts', 'c.ts'])).toEqual(['a.ts is not named by the compiler', 'c.ts is missing'])
})
