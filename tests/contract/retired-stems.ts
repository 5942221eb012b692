import ts from 'typescript'
import type { Source } from './import-rules.ts'

type Stem = {
  /** A retired word as a part of an identifier: `areTogether` has the parts `are` and `together`. */
  readonly part: RegExp
  /** Identifiers that stay: stored, sent by open pages, or of somebody else's interface. The first two kinds stand in docs/glossary.md. */
  readonly frozen?: readonly string[]
  /** Folders in which it is retired, where it is a term elsewhere. */
  readonly in?: RegExp
}

/** Words of before, by their stem, so that relatives of a retired name do not come back either. */
export const retiredStems: readonly Stem[] = [
  { part: /^(?:un)?seal/, frozen: ['sealed'] },
  { part: /^(?:un|re)?lock(?!out)/, in: /^(?:app\/(?:security|uploads|cases|audit-log|jobs)|db)\// },
  { part: /^relock/ },
  { part: /^(?:vault|workshop|outrun|randoms$)/ },
  { part: /^together/ },
  { part: /^wording/, frozen: ['wording', 'wordings'] },
  { part: /^record/, frozen: ['record_delimiter'] },
  { part: /^help(?:ing|er|ers|s)$/ },
  { part: /^kept$/, frozen: ['kept', 'keptForm', 'keptForms'] },
  { part: /^(?:came|sweeps?|sweeping|patience)$/ },
  { part: /^doors?$/ },
  { part: /^welcom/ },
  { part: /^keep/, in: /^db\// },
]

/** Declared identifiers that have a retired word among their parts, with their line. */
export function retiredStemsIn({ file, source }: Source): string[] {
  const stems = retiredStems.filter((stem) => stem.in?.test(file) ?? true)
  return declaredIn(file, source).flatMap(({ name, line }) =>
    stems.some(({ part, frozen }) => !frozen?.includes(name) && partsOf(name).some((one) => part.test(one)))
      ? [`${file}:${line} ${name}`]
      : [],
  )
}

/** Functions called `read…` that are given what was typed: such a function parses. */
export function readersOfTyping({ file, source }: Source): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    const by = ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer) ? node.initializer : node
    const name =
      (ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node)) && node.name && ts.isIdentifier(node.name) && node.name.text
    const isGivenTyping =
      (ts.isFunctionDeclaration(by) || ts.isArrowFunction(by)) && by.parameters.some((one) => /^typed\b/.test(one.name.getText()))
    if (name && /^read[A-Z]/.test(name) && isGivenTyping) found.push(`${file} ${name}`)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true))
  return found
}

/** `lockedEvents` → `locked`, `events`. */
const partsOf = (name: string): string[] => name.split(/_|(?=[A-Z])/).map((part) => part.toLowerCase())

function declaredIn(file: string, source: string): { readonly name: string; readonly line: number }[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const found: { name: string; line: number }[] = []
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node) && isDeclared(node))
      found.push({ name: node.text, line: parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return found
}

/** Variables, parameters, functions, types and members; not what is imported, read from something else, or an attribute of a page. */
function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isImportSpecifier(parent) || ts.isPropertyAccessExpression(parent) || ts.isJsxAttribute(parent)) return false
  return 'name' in parent && parent.name === node
}
