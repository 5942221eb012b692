import ts from 'typescript'
import { consentKinds } from '#app/cases/consent.ts'
import { sexes } from '#app/domain/age.ts'
import { roles } from '#app/domain/application.ts'
import { channels, grounds, mandateScopes, seenPapers } from '#app/domain/assisted-session.ts'
import { openingErrors } from '#app/domain/case-code.ts'
import { duplicateGrounds } from '#app/domain/duplicate-ground.ts'
import { feedbackKinds, feedbackStates } from '#app/domain/feedback.ts'
import { kinds } from '#app/domain/fields/index.ts'
import { languages, modes } from '#app/domain/language.ts'
import { units } from '#app/domain/question.ts'
import { scores } from '#app/domain/rating.ts'
import { statuses } from '#app/domain/status.ts'
import { eventTypes } from '#app/domain/stored-labels.ts'
import { messageStates, staffStates, uploadStates } from '#app/domain/stored-states.ts'
import { truths } from '#app/domain/truth.ts'
import { certainties, conditionKinds, verdicts } from '#app/domain/verdict.ts'
import { correctionReasons } from '#app/domain/worded-step.ts'
import { counterReasons, folderReasons, signInReasons } from '#app/paths.ts'
import { topicIds } from '#app/services/define.ts'
import type { Source } from './import-rules.ts'

type ClosedSet = {
  readonly name: string
  readonly members: readonly string[]
  readonly declared: string
  readonly alone?: true
  readonly whole?: true
}

/**
 * Every closed set and the file that declares it. `alone`: not even one member is compared with elsewhere, since each falls to a record.
 * `whole`: its members stand for other things too, so that only all of them are a copy.
 */
export const closedSets: readonly ClosedSet[] = [
  { name: 'languages', members: languages, declared: 'app/domain/language.ts', alone: true },
  { name: 'modes', members: modes, declared: 'app/domain/language.ts', alone: true },
  { name: 'roles', members: roles, declared: 'app/domain/application.ts' },
  { name: 'statuses', members: statuses, declared: 'app/domain/status.ts' },
  { name: 'events', members: eventTypes, declared: 'app/domain/stored-labels.ts' },
  { name: 'truths', members: truths, declared: 'app/domain/truth.ts' },
  { name: 'verdicts', members: verdicts, declared: 'app/domain/verdict.ts' },
  { name: 'kinds of conditions', members: conditionKinds, declared: 'app/domain/verdict.ts' },
  { name: 'certainties', members: certainties, declared: 'app/domain/verdict.ts' },
  { name: 'kinds of fields', members: Object.keys(kinds), declared: 'app/domain/fields/index.ts' },
  { name: 'units', members: units, declared: 'app/domain/question.ts' },
  { name: 'topics', members: topicIds, declared: 'app/services/define.ts' },
  { name: 'channels', members: channels, declared: 'app/domain/assisted-session.ts' },
  { name: 'grounds', members: grounds, declared: 'app/domain/assisted-session.ts' },
  { name: 'papers that are looked at', members: seenPapers, declared: 'app/domain/assisted-session.ts' },
  { name: 'scopes of a mandate', members: mandateScopes, declared: 'app/domain/assisted-session.ts' },
  { name: 'states of an account', members: staffStates, declared: 'app/domain/stored-states.ts' },
  { name: 'states of an upload', members: uploadStates, declared: 'app/domain/stored-states.ts' },
  { name: 'states of a message', members: messageStates, declared: 'app/domain/stored-states.ts' },
  { name: 'reasons of a correction', members: correctionReasons, declared: 'app/domain/worded-step.ts' },
  { name: 'grounds of a duplicate', members: duplicateGrounds, declared: 'app/domain/duplicate-ground.ts' },
  { name: 'kinds of consent', members: consentKinds, declared: 'app/cases/consent.ts' },
  { name: 'why a folder is opened', members: folderReasons, declared: 'app/paths.ts' },
  { name: 'why one signs in', members: signInReasons, declared: 'app/paths.ts' },
  { name: 'why one is at the counter', members: counterReasons, declared: 'app/paths.ts' },
  { name: 'kinds of feedback', members: feedbackKinds, declared: 'app/domain/feedback.ts' },
  { name: 'states of feedback', members: feedbackStates, declared: 'app/domain/feedback.ts' },
  { name: 'sexes', members: sexes, declared: 'app/domain/age.ts' },
  { name: 'scores', members: scores.map(String), declared: 'app/domain/rating.ts', whole: true },
  { name: 'why a code and a PIN open nothing', members: openingErrors, declared: 'app/domain/case-code.ts' },
]

/** Files of values that choose from a set, or put its members in a sequence: only a whole copy counts there. */
const choosing = /^app\/services\/|^app\/cases\/sample-data\.server\.ts$|^tests\//

/** The closed sets a file copies by hand, whole or in part, instead of deriving them. */
export function copiesIn({ file, source }: Source): string[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const found = new Set<string>()
  const add = (node: ts.Node, members: readonly string[]) => {
    for (const set of closedSets) {
      if (file === set.declared || !members.every((word) => set.members.includes(word))) continue
      const least = set.alone ? 1 : 2
      const count = new Set(members).size
      if (count < (set.whole || choosing.test(file) ? set.members.length : least)) continue
      // A named part of a set that the compiler holds to it.
      if (count < set.members.length && isHeldToIt(node)) continue
      found.add(`${file}:${parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${set.name}: ${members.join(', ')}`)
    }
  }
  const visit = (node: ts.Node): void => {
    // A form a test posts has a field for each language.
    const isPosted = ts.isObjectLiteralExpression(node) && /^tests\/|\.test\.tsx?$/.test(file)
    for (const members of isPosted ? [] : membersIn(node)) if (members.length > 0) add(node, members)
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return [...found]
}

/** The words a piece of a program lists. One word alone is a list only where it is compared with. */
function membersIn(node: ts.Node): string[][] {
  if (ts.isArrayLiteralExpression(node)) return several(node.elements.map(literal))
  if (ts.isUnionTypeNode(node)) return several(node.types.map((type) => (ts.isLiteralTypeNode(type) ? literal(type.literal) : undefined)))
  if (ts.isObjectLiteralExpression(node)) return amongOthers(node.properties.map((one) => one.name?.getText().replace(/['"]/g, '') ?? ''))
  if (ts.isRegularExpressionLiteral(node))
    return [
      ...[...node.text.matchAll(/\((?:\?:)?([\w-]+(?:\|[\w-]+)+)\)/g)].map(([, members = '']) => members.split('|')),
      ...[...node.text.matchAll(/\[(\d)-(\d)\]/g)].map(([, from, to]) => digits(Number(from), Number(to))),
    ]
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
    return [...node.text.matchAll(/\(\s*('[\w-]+'(?:,\s*'[\w-]+')+)\s*\)/g)].map(([, members = '']) =>
      members.split(',').map((word) => word.trim().slice(1, -1)),
    )
  if (ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind)) return compared([literal(node.left), literal(node.right)])
  return []
}

/**
 * Every language as one key among others (`zh`, `hall.zh`): the compiler asks for the next one in a record of languages or modes alone, and
 * what is missing beside other keys is dropped without a word.
 */
function amongOthers(keys: readonly string[]): string[][] {
  const last = keys.map((key) => key.split('.').at(-1) ?? '')
  const isWhole = languages.every((language) => last.includes(language))
  return isWhole && last.some((key) => key !== '' && !modes.some((mode) => mode === key)) ? [[...languages]] : []
}

const literal = (node: ts.Node) => (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) ? node.text : undefined)
const digits = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
const several = (members: readonly (string | undefined)[]) => {
  const listed = members.filter((word) => word !== undefined)
  return listed.length > 1 && listed.length >= members.length - 1 ? [listed] : []
}
const compared = (members: readonly (string | undefined)[]) => members.filter((word) => word !== undefined).map((word) => [word])
const isEquality = (kind: ts.SyntaxKind) =>
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(kind)

function isHeldToIt(node: ts.Node): boolean {
  if (ts.isUnionTypeNode(node))
    return ts.findAncestor(node, (one) => ts.isTypeReferenceNode(one) && /^(Extract|Exclude)$/.test(one.typeName.getText())) !== undefined
  return ts.findAncestor(node, ts.isSatisfiesExpression) !== undefined
}
