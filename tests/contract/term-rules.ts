import ts from 'typescript'
import type { Source } from './import-rules.ts'

/**
 * What is stored, published or sent under the name `words`, by the file that writes or declares it. What reads it takes it under another
 * name: `{ words: text }`.
 */
const frozen: Readonly<Record<string, string>> = {
  'app/domain/worded-step.ts': 'the field of events',
  'app/domain/event.ts': 'the field of events',
  'app/features/application/correction.server.ts': 'the field of events',
  'app/features/application/rate.server.ts': 'the field of events',
  'app/features/desk/case-steps.server.ts': 'the field of events',
  'app/features/desk/corrections.server.ts': 'the field of events',
  'app/features/desk/ratings.server.ts': 'the field of events',
  'app/domain/verdict.ts': 'what a source is quoted with, stored with submissions and counted in the version of the rules',
  'app/services/plan-quotations.ts': 'what a source is quoted with',
  'app/features/explain/policy-page.tsx': 'what a source is quoted with',
  'app/features/api/catalogue-api.server.ts': 'the interface for programs',
  'app/cases/submission.ts': 'the field of papers submitted before form texts were stored separately',
  'app/cases/form-texts.ts': 'the field of papers submitted before form texts were stored separately',
  'app/features/application/my-data.server.ts': 'the copy of their data residents take with them',
  'app/features/desk/not-saved.server.ts': 'the input of forms',
}

/** Tests write events as they are stored, and send the inputs of forms. */
const isTest = (file: string) => file.startsWith('tests/') || /\.test\.tsx?$/.test(file)

/** Where a file calls something of its own `words`, by line: variables, parameters, components, types, and members outside the frozen. */
export function ownWordsIn({ file, source }: Source): string[] {
  if (!/\b[wW]ords\b/.test(source)) return []
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const mayWrite = isTest(file) || file in frozen
  const lines = new Set<number>()
  const visit = (node: ts.Node) => {
    const isOwn = ts.isIdentifier(node) && /^[wW]ords$/.test(node.text) && !isOfOthers(node) && !(mayWrite && isMember(node))
    if (isOwn) lines.add(parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1)
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return [...lines].map((line) => `${file}:${line} words`)
}

/** Is it read from something that is declared elsewhere? */
const isOfOthers = ({ parent, pos }: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(parent) && parent.name.pos === pos) || (ts.isBindingElement(parent) && parent.propertyName?.pos === pos)

const isMember = ({ parent, pos }: ts.Identifier): boolean =>
  (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name.pos === pos
