import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import type { Source } from './import-rules.ts'

// Of each function the rules, the forms, the cases and the access hand on, a sentence says what it does; of one that throws, what.

const sources: Source[] = ['domain', 'forms', 'cases', 'access']
  .flatMap((folder) =>
    readdirSync(`app/${folder}`, { recursive: true }).map((name) => `app/${folder}/${String(name).replaceAll('\\', '/')}`),
  )
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }))

const isFunction = (node: ts.Node | undefined) => node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node))

/** The name of a function a statement exports; undefined where it exports none. */
function exportedFunction(statement: ts.Statement): string | undefined {
  const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (!isExported) return undefined
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text
  if (!ts.isVariableStatement(statement)) return undefined
  return statement.declarationList.declarations.find(({ initializer }) => isFunction(initializer))?.name.getText()
}

function throwsIn(node: ts.Node): boolean {
  return ts.isThrowStatement(node) || (ts.forEachChild(node, (one) => throwsIn(one) || undefined) ?? false)
}

/** Exported functions without a doc comment, and those that throw and do not say what. */
function docFaults({ file, source }: Source): string[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  return parsed.statements.flatMap((statement) => {
    const name = exportedFunction(statement)
    const doc = source.slice(statement.getFullStart(), statement.getStart())
    if (name === undefined) return []
    if (!doc.includes('/**')) return [`${file}: ${name} says nothing`]
    return throwsIn(statement) && !doc.includes('@throws') ? [`${file}: ${name} does not say what it throws`] : []
  })
}

test('each exported function says what it does, and what it throws', () => {
  expect(sources.length).toBeGreaterThan(150)
  expect(sources.flatMap(docFaults)).toEqual([])
})

test.each([
  ['export function f(): void {}', 1],
  ['// Why it is here.\nexport const f = () => 1', 1],
  ['/** Says one. */\nexport const f = () => 1', 0],
  ['/** Says one. */\nexport function f() {\n  if (a) throw new Error("b")\n}', 1],
  ['/** Says one. @throws Error where there is none */\nexport const f = () => {\n  throw new Error("b")\n}', 0],
  ['function f() {}\nexport const one = 1', 0],
])('%s has %i', (source, count) => expect(docFaults({ file: 'app/domain/a.ts', source })).toHaveLength(count))
