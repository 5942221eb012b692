import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readersOfTyping, retiredStems, retiredStemsIn } from './retired-stems.ts'
import { ownWordsIn } from './term-rules.ts'

/** Files of before the names were made standard, without their ending: docs/glossary.md says what they are called now. */
const retiredFiles = [
  ...[
    'again',
    'together',
    'people',
    'words',
    'moving',
    'limits',
    'turns',
    'workshop',
    'workshop-thread',
    'picture',
    'papers',
    'paper-files',
  ].map((name) => `cases/${name}`),
  ...[
    'relocking',
    'sweeping',
    'record',
    'record-hash',
    'made-up',
    'made-up-cases',
    'helping',
    'attempts',
    'pin-gate',
    'wording',
    'outbox',
  ].map((name) => `cases/${name}`),
  ...['patience', 'in-flight', 'ready-files', 'pages', 'answer'].map((name) => `server/${name}`),
  ...['vault', 'seal', 'memory-hard', 'randoms'].map((name) => `security/${name}`),
  ...['case-changes', 'locked', 'wordings', 'client-sessions', 'papers', 'record'].map((name) => `db/${name}`),
  ...['reading-paths', 'permissions', 'client-looks', 'outside', 'record'].map((name) => `features/${name}`),
  ...['paper-desk', 'folder-door-pages', 'asking-pages', 'filling', 'starting', 'closing', 'short', 'pick'].map(
    (name) => `application/${name}`,
  ),
  ...['entering', 'coming-in', 'welcoming', 'kept-form', 'kept-beside', 'send-again', 'opened-screens', 'password-gate'].map(
    (name) => `account/${name}`,
  ),
  ...['begin-form', 'beginning', 'joining', 'sharing', 'together-page', 'together-step', 'together-door-pages'].map(
    (name) => `counter/${name}`,
  ),
  ...['application/kept', 'application/kept-note'],
  ...['access/kept-forms', 'db/kept-forms'],
  ...['desk/sheet', 'ui/kept', 'ui/said', 'ui/say', 'domain/letters'],
  ...['held-words', 'internal-words'].flatMap((name) =>
    ['cases', 'domain', 'db', 'desk', 'server', 'e2e'].map((folder) => `${folder}/${name}`),
  ),
  ...['cases/stored-words', 'fields/words', 'application/own-words-field', 'self-check/result-words', 'search/words'],
  ...['desk/held-words-page', 'desk/internal-words-part', 'jobs/write-submission-words', 'services/plan-words', 'support/old-words'],
]

/** Identifiers of before. Words that are a term elsewhere (`round`, `read`, `purpose`) are not among them. */
const retiredIdentifiers = [
  ...['keyboardOf', 'fillerAt', 'openOnes', 'isOutrun', 'lockText', 'unlockText', 'lockedEvent', 'relockAll', 'hardHash', 'randoms'],
  ...[
    'Wanted',
    'nameOf',
    'placeOf',
    'rowsOf',
    'typedTogether',
    'beginHelp',
    'noteLooks',
    'inFlight',
    'readyFiles',
    'wordingBy',
    'madeUpFolder',
    ...['HeldWords', 'InternalWords', 'EventWords', 'StaffWords', 'readWords', 'ownWords', 'planWords', 'paperWords', 'fieldWords'],
  ],
  ...['takeDue', 'takenFor', 'TakenMessage', 'takeKept'],
  ...['Helping', 'requireHelper', 'helpsNobody', 'isOfHelper', 'helpSchema'],
  ...['commitTogether'],
  ...['whatIf'],
  ...['patience'],
  ...['madeUpNumber'],
  ...['relockFiles', 'relocked'],
  ...['sweepAll', 'sweepAssistedSessions', 'sweepClientsOn'],
  ...['wordingIn', 'allWordings'],
  ...['keptOf', 'KeptNote'],
  ...['Came', 'cameOf', 'becameOf'],
  ...['wordsOf', 'wordsIn', 'inWords', 'ofWords', 'ofReturnedWords', 'wordsOfBack', 'numberInWords'],
  ...['nextRound', 'endRound', 'endRoundOf', 'ofRound', 'handInRound'],
  ...['isOfDoor', 'metDoor', 'door', 'doors'],
  ...['keptFor', 'keptIn', 'keptAs', 'keptForInput', 'keptFolderForm', 'keptHours', 'mostKept', 'isKept', 'KeptFor', 'KeptForm'],
  // (end of identifiers)
]

/** Keys of texts and addresses of before, as they stand in the sources. */
const retiredTexts: readonly string[] = [
  ...['counter:helping'],
  ...['counter:together'],
  ...["'record:", '"record:', 'errors:record'],
  ...['result:what-if'],
  ...['account:welcome', 'paths.welcome'],
  ...['desk:return-words'],
  ...['desk:words.', 'desk:nav.words', 'staff-words', 'own-words', 'free-words', 'words-required', 'words-too-long', "kind: 'words'"],
  ...["'made-up"],
  ...['name="round"', ' round: ', '{ round }', '.round,'],
  ...['open.kept', 'factor.kept', 'unlock.kept', 'sign-in.kept', 'after.kept', 'draft.kept', 'about.kept', 'save.kept'],
  ...['counter:kept', 'application:kept', 'apply:kept', 'feedback:kept', 'check:nothing-kept', 'result:original-kept', 'home:choice-kept'],
  ...['const came', '(came)', ', came: ', '.came}', '.came]'],
  ...['held:came-back'],
  ...['const kept', 'kept =>', ' kept)', '{kept}'],
  ...["'somebody-else'", 'const somebody', 'const table:'],
  // (end of texts)
]

/** What takes or shows something is an action or a loader, claims, consumes or renders, and says so. */
const unclear = /function (?:show|take)[A-Z]\w*/

type Source = { readonly file: string; readonly source: string }

function retiredNames({ file, source }: Source): string[] {
  const stem = file.replace(/(\.(server|test|spec))*\.\w+$/, '')
  const files = retiredFiles.filter(
    (name) => stem.endsWith(`/${name}`) || stem.includes(`/${name}/`) || new RegExp(`['/]${name}\\.(server\\.)?tsx?'`).test(source),
  )
  const identifiers = retiredIdentifiers.filter((word) => new RegExp(`\\b${word}\\b`).test(source))
  const uses = /^(?:app|db)\/.*\.tsx?$/.test(file) ? [unclear.exec(source)?.[0]].filter((found) => found !== undefined) : []
  const texts = retiredTexts.filter((text) => source.includes(text))
  return [...files, ...identifiers, ...texts, ...uses].map((name) => `${file}: ${name}`)
}

const lists = ['tests/contract/names.test.ts', 'tests/contract/retired-stems.ts']
const sources = ['app', 'db', 'tests']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`))
  .filter((file) => /\.(tsx?|js)$/.test(file) && !lists.includes(file) && !file.startsWith('tests/fixtures/'))
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }))

test('no name of before comes back', () => expect(sources.flatMap(retiredNames)).toEqual([]))

test.each<[string, Source]>([
  ['a file', { file: 'app/security/vault.server.ts', source: '' }],
  ['a folder', { file: 'app/features/outside/openapi.server.ts', source: '' }],
  ['an import of one', { file: 'app/a.ts', source: "import { audit } from '#app/cases/record.server.ts'" }],
  ['an identifier', { file: 'app/a.ts', source: 'const sealed = lockText(words, purpose)' }],
  ['a property', { file: 'app/a.ts', source: 'const folder = { id, round: id }' }],
  ['an input of a page', { file: 'app/a.tsx', source: '<input type="hidden" name="round" />' }],
  ['a use case without a standard name', { file: 'app/features/desk/a.server.ts', source: 'export async function takeCase() {}' }],
])('the guard finds %s', (_, source) => expect(retiredNames(source)).toHaveLength(1))

test('no relative of a name of before comes back', () => expect(sources.flatMap(retiredStemsIn)).toEqual([]))

test.each([
  ['a variable', 'app/cases/a.ts', 'const lockedEvents = () => []'],
  ['a function', 'app/features/application/a.ts', 'const areTogether = () => true'],
  ['a component', 'app/features/application/a.tsx', 'function Together() {}'],
  ['a parameter', 'app/security/a.ts', 'function decrypt(locked: Uint8Array) {}'],
  ['a type', 'app/a.ts', 'type AuditRecord = string'],
  ['a member', 'app/a.ts', "const a = { wordingId: '' }"],
  ['what is taken out of an object', 'app/a.ts', 'const { unsealed } = row'],
  ['what is imported under a name of its own', 'app/a.ts', 'const [helper] = all'],
  ['a function that writes', 'db/a.server.ts', 'export async function keepFolder() {}'],
])('the guard finds %s with a retired word', (_, file, source) => expect(retiredStemsIn({ file, source })).toHaveLength(1))

test.each([
  ['a stored field', 'app/cases/a.ts', 'const { sealed, wording } = row'],
  ['a lock of a screen', 'app/access/a.ts', 'const isLocked = () => true'],
  ['a name of a library', 'app/a.ts', "import { helper } from 'b'\nconst a = z.record(z.string())"],
  ['an attribute of a page', 'app/a.tsx', 'const a = <Frame kept="b" />'],
])('the guard leaves %s', (_, file, source) => expect(retiredStemsIn({ file, source })).toEqual([]))

test('what stays under a retired word, because it is stored or sent, stands in the glossary', () => {
  const [, list = ''] = readFileSync('docs/glossary.md', 'utf8').split('Old names that stay')
  const ofOthers = ['record_delimiter']
  const names = retiredStems.flatMap(({ frozen }) => frozen ?? []).filter((name) => !ofOthers.includes(name))
  expect(names.filter((name) => !list.includes(`\`${name}\``))).toEqual([])
})

test('what parses typing is not called read', () => expect(sources.flatMap(readersOfTyping)).toEqual([]))

test.each([
  ['a function', 'export function readName(typed: string) {}'],
  ['a short one', 'const readCode = (typed: string) => typed'],
])('the guard finds %s that reads typing', (_, source) => expect(readersOfTyping({ file: 'app/a.ts', source })).toHaveLength(1))

test('what is somebody’s text, a label, or the key of one is not called words', () => expect(sources.flatMap(ownWordsIn)).toEqual([]))

test.each([
  ['a variable', 'app/a.ts', 'const words = typed.trim()'],
  ['a variable of a frozen field', 'app/domain/event.ts', 'const { words } = event'],
  ['a parameter of a test', 'tests/server/a.test.ts', 'const press = (words: string) => find(words)'],
  ['a prop', 'app/a.tsx', 'const a = <Text words="a" />'],
  ['a component', 'app/a.tsx', 'function Words() {}'],
  ['a member that is stored nowhere', 'app/a.ts', 'type Paper = { readonly words: string }'],
])('the guard finds %s called words', (_, file, source) => expect(ownWordsIn({ file, source })).toHaveLength(1))

test.each([
  ['the field of an event, read under another name', 'app/a.ts', 'const { words: text } = event'],
  ['the field of an event, where it is written', 'app/domain/event.ts', 'const event = { words: text }'],
  ['an input that a test sends', 'tests/server/a.test.ts', "post(path, { words: '好' })"],
  ['words in a comment and in a text', 'app/a.ts', "// In other words.\nconst a = form.get('words')"],
])('the guard leaves %s', (_, file, source) => expect(ownWordsIn({ file, source })).toEqual([]))
