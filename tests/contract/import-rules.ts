import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

/** A source file: its path from the root of the project, and what stands in it. */
export type Source = { readonly file: string; readonly source: string }

/**
 * One import: `target` is a path of the project, or the name of a package. `stays` says whether it is still there when the program
 * runs. With `verbatimModuleSyntax` only a whole `import type` or `export type` goes; `import { type A }` still loads the module.
 */
export type Import = { readonly target: string; readonly stays: boolean }

/** The layers above `services` and below `features`. */
const middle = ['drawing', 'forms', 'cases', 'uploads', 'audit-log', 'places', 'access', 'texts'].map((name) => `app/${name}`)
const ground = ['app/services', 'app/domain', 'app/i18n']

/** Layers and what each may import besides itself. Source: the plan of the house, "Who may import whom". */
const may: Readonly<Record<string, readonly string[]>> = {
  'app/domain': [],
  'app/services': ['app/domain'],
  'app/i18n': ['app/domain', 'locales'],
  'app/security': ['app/domain'],
  'app/drawing': ['app/domain', 'app/i18n'],
  'app/paths.ts': ['app/i18n', 'app/domain'],
  'app/forms': ground,
  'app/audit-log': ['app/domain', 'app/security', 'db'],
  'app/places': [...ground, 'app/security', 'app/audit-log', 'db'],
  'app/texts': [...ground, 'app/security', 'app/audit-log', 'locales', 'db'],
  'app/uploads': [...ground, 'app/security', 'app/forms', 'app/audit-log', 'db'],
  'app/cases': [...ground, 'app/security', ...middle.filter((layer) => layer !== 'app/access'), 'db'],
  'app/access': [...ground, 'app/security', 'app/paths.ts', ...middle, 'db'],
  'app/jobs': [...ground, 'app/security', ...middle, 'db'],
  'app/client': ['app/domain'],
  'app/ui': ['app/i18n', 'app/domain', 'app/services', 'app/paths.ts'],
  'app/root.tsx': ['app/access', 'app/server', 'app/features', 'app/ui', 'app/i18n'],
  'app/features': [...ground, 'app/security', 'app/paths.ts', 'app/ui', ...middle, 'db'],
  'app/routes': [...ground, 'app/security', 'app/paths.ts', 'app/ui', ...middle, 'app/features', 'app/server'],
  'app/server': [...ground, 'app/security', 'app/paths.ts', ...middle, 'app/jobs', 'app/features', 'db'],
  'app/entry.client.tsx': [],
  'app/entry.server.tsx': ['app/i18n', 'app/ui'],
  'app/run': [],
  db: ['app/domain'],
  locales: [],
}

/** Packages the domain may use: schemas of what is stored. */
const packagesOfDomain = ['zod']

const layerOf = (path: string) => Object.keys(may).find((layer) => path === layer || path.startsWith(`${layer}/`))
const isOwn = (target: string) => /^(app|db|locales|tests)\//.test(target)

/** Everything a file imports, however it is written: `import`, `export … from`, `import()`, `require()`, types in place. */
export function importsOf({ file, source }: Source): Import[] {
  const found: Import[] = []
  const add = (name: ts.Node | undefined, stays: boolean) => {
    if (name && ts.isStringLiteralLike(name)) found.push({ target: resolved(file, name.text), stays })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, !node.isTypeOnly)
    else if (ts.isExternalModuleReference(node)) add(node.expression, true)
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, false)
    else if (ts.isCallExpression(node) && isLoading(node.expression)) add(node.arguments[0], true)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS))
  return found
}

/** `import(…)` or `require(…)`. */
function isLoading(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
}

function resolved(file: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1)
  return name.startsWith('.') ? normalize(join(dirname(file), name)).replaceAll('\\', '/') : name
}

/** Imports, types included, that the layer of a file may not make; and a file that lies in no layer. */
export function layerFaults(source: Source): string[] {
  const { file } = source
  const layer = layerOf(file)
  if (!layer) return [`${file} lies in no layer`]
  return importsOf(source)
    .map(({ target }) => target)
    .filter((target) => isForbidden(file, layer, target))
    .map((target) => `${file} imports ${target}`)
}

function isForbidden(file: string, layer: string, target: string): boolean {
  if (!isOwn(target)) return layer === 'app/domain' && !packagesOfDomain.includes(target)
  const other = layerOf(target)
  if (other === 'db' && !isOfServer(file)) return true
  return other !== layer && (other === undefined || !may[layer]?.includes(other))
}

/** Imports of another feature; what lies beside the features belongs to all, and imports none. */
export function featureFaults(source: Source): string[] {
  const featureOf = (path: string) => /^app\/features\/([^/]+)\//.exec(path)?.[1]
  if (!source.file.startsWith('app/features/')) return []
  return importsOf(source)
    .filter(({ target }) => featureOf(target) !== undefined && featureOf(target) !== featureOf(source.file))
    .map(({ target }) => `${source.file} imports ${target}`)
}

/** Does a file run on the server only, whoever imports it? Of routes the browser gets the page without what only the server runs. */
function isOfServer(path: string): boolean {
  return /\.server\.|-(thread|worker)\./.test(path) || /^(db|app\/(routes|server|run))\/|^app\/root\.tsx$/.test(path)
}

/** What the browser cannot have: our modules of the server, and what only Node has. */
function isOutOfReach(target: string): boolean {
  return isOwn(target) ? isOfServer(target) : target.startsWith('node:') || target === 'better-sqlite3' || target.startsWith('drizzle-orm')
}

/**
 * How files that may run in a browser reach, when they run, what is the server's: the way there, file by file. Whoever a module
 * imports is followed to the end, so that no module between them hides the database from this test.
 */
export function browserFaults(sources: readonly Source[]): string[] {
  const stays = new Map(
    sources.map((source) => [source.file, importsOf(source).flatMap(({ target, stays }) => (stays ? [target] : []))] as const),
  )
  return sources.flatMap(({ file }) => {
    const way = isOfServer(file) ? undefined : wayOut(file, stays)
    return way ? [way.join(' → ')] : []
  })
}

/** The shortest way from a file to something out of reach; undefined where there is none. */
function wayOut(start: string, stays: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set([start])
  const ways = [[start]]
  for (const way of ways) {
    for (const target of stays.get(way.at(-1) ?? '') ?? []) {
      if (isOutOfReach(target)) return [...way, target]
      if (!seen.has(target)) ways.push([...way, target])
      seen.add(target)
    }
  }
  return undefined
}
