import { join, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { clientScripts } from '#app/run/client.js'

const folder = resolve('app/client')
const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile)
const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, folder)

/** What the scripts of browsers must not use: newer than the browsers, of the server alone. */
const tooMuch = [
  'export const last = [1, 2].at(-1)',
  'export const timer = setTimeout(() => {}).unref()',
  "export const mode = process.env.MODE ?? ''",
]

/** Scripts sent to browsers that the compiler does not look at as such. */
const notLookedAt = (names: readonly string[]) => names.filter((name) => !fileNames.includes(join(folder, `${name}.ts`)))

test('every script of browsers is compiled as one; another is found', () => {
  expect(notLookedAt(clientScripts)).toEqual([])
  expect(notLookedAt([...clientScripts, 'elsewhere'])).toEqual(['elsewhere'])
})

test('the scripts of browsers use what browsers of 2019 have, and nothing of the server', () => {
  const added = tooMuch.map((source, at) => ({ name: join(folder, `too-much-${at}.ts`), source }))
  const faults = faultsWith(added).map(({ file, messageText }) => file?.fileName ?? ts.flattenDiagnosticMessageText(messageText, ' '))
  expect(faults).toEqual(added.map(({ name }) => name))
})

/** What TypeScript finds wrong in the scripts, with more files beside them that only this test knows. */
function faultsWith(added: readonly { name: string; source: string }[]): readonly ts.Diagnostic[] {
  const host = ts.createCompilerHost(options)
  const [read, exists] = [host.getSourceFile, host.fileExists]
  const of = (name: string) => added.find((one) => one.name === name)
  host.fileExists = (name) => of(name) !== undefined || exists(name)
  host.getSourceFile = (name, language) => {
    const own = of(name)
    return own ? ts.createSourceFile(name, own.source, language) : read(name, language)
  }
  return ts.getPreEmitDiagnostics(ts.createProgram([...fileNames, ...added.map(({ name }) => name)], options, host))
}
