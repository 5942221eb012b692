import { expect, test } from 'vitest'
import { papersToAsk } from './corrected.ts'
import { type Folder, paperMember, papersOf, sharedSince } from './folder.ts'

const asOf = '2026-11-24'

/** The papers a service asks of somebody of 40 or 8, with these answers and choices of its own form. */
function papers(service: string, answers: Readonly<Record<string, string>> = {}, own: Readonly<Record<string, string>> = {}, age = 40) {
  const born: Record<string, string> = age === 0 ? {} : { 'birth-date': `${2026 - age}-01-12` }
  const folder: Folder = {
    answers,
    members: [{ id: '1', name: '我自己', answers: { ...born, ...answers } }],
    applicant: '1',
    values: Object.fromEntries(Object.entries(own).map(([id, value]) => [`own/n1/${id}`, value])),
    seen: [],
    filled: [],
  }
  return papersOf(folder, [{ number: 1, service, member: '1' }], asOf).map(({ key }) => key)
}

const transfer = 'school-compulsory.transfer~n1'
const permit = 'residence-permit~home'
test.each([
  ['first grade', { matter: 'first-grade' }, false],
  ['a transfer', { matter: 'transfer' }, true],
  ['nothing chosen yet', {}, true],
])('papers of a transfer are asked for where it may be one: %s', (_, own, asked) =>
  expect(papers('school-compulsory', {}, own, 8).includes(transfer)).toBe(asked),
)

test.each(['school-compulsory', 'school-preschool', 'school-senior', 'exam-local', 'resident-medical', 'affordable-rental-housing'])(
  'a residence permit is asked for where one may be needed: %s',
  (service) => {
    const asked = (place: string) => papers(service, { 'hukou-place': place }).includes(permit)
    expect(['same-town', 'same-rural', 'qh-other', 'outside', 'unsure'].map(asked)).toEqual([false, false, true, true, true])
  },
)

test.each([
  [
    'resident-medical.child~n1',
    'resident-medical',
    {},
    {},
    [
      [40, false],
      [8, true],
      [0, true],
    ],
  ],
  ['exam-local.academic-test~n1', 'exam-local', {}, { exam: 'junior' }, [[15, false]]],
  ['exam-local.academic-test~n1', 'exam-local', {}, { exam: 'gaokao' }, [[17, true]]],
  ['exam-local.settled-since~n1', 'exam-local', { 'school-stage': 'senior-3', 'hukou-origin': 'always-qh' }, {}, [[17, false]]],
  ['exam-local.settled-since~n1', 'exam-local', { 'school-stage': 'senior-3', 'hukou-origin': 'moved-in' }, {}, [[17, true]]],
  ['exam-local.parents-work~n1', 'exam-local', { 'hukou-place': 'same-town' }, {}, [[17, false]]],
  ['school-senior.parents~n1', 'school-senior', { 'hukou-place': 'outside' }, {}, [[15, true]]],
  ['cross-region-care.long-stay~n1', 'cross-region-care', {}, { stay: 'short' }, [[40, false]]],
  ['cross-region-care.long-stay~n1', 'cross-region-care', {}, { stay: 'long' }, [[40, true]]],
  ['occupational-injury.orders~n1', 'occupational-injury', { injury: 'work-lt1y' }, {}, [[40, false]]],
  ['occupational-injury.orders~n1', 'occupational-injury', { injury: 'platform-order' }, {}, [[40, true]]],
] as const)('%s is asked for only where it applies: %s %j %j', (key, service, answers, own, of) =>
  expect(of.map(([age]) => papers(service, answers, own, age).includes(key))).toEqual(of.map(([, asked]) => asked)),
)

test.each([
  ['settle-household', 'settle-household.family-relation~n1'],
  ['public-rental-housing', 'public-rental-housing.marriage~n1'],
])('%s asks who is alone in the household for no papers of a family', (service, key) => {
  const asked = (...members: readonly string[]) => {
    const folder: Folder = {
      answers: {},
      members: members.map((id) => ({ id, name: id, answers: {} })),
      applicant: '1',
      values: {},
      seen: [],
      filled: [],
    }
    return papersOf(folder, [{ number: 1, service, member: null }], asOf).some((one) => one.key === key)
  }
  expect([asked('1'), asked('1', '2')]).toEqual([false, true])
})

test.each([
  ['residence-permit.one-proof~n1', 'residence-permit', { dwelling: 'rent-contract' }, {}, false],
  ['residence-permit.one-proof~n1', 'residence-permit', { dwelling: 'dorm' }, { ground: 'dwelling' }, false],
  ['residence-permit.one-proof~n1', 'residence-permit', { dwelling: 'rent-contract' }, { ground: 'work' }, true],
  ['residence-permit.one-proof~n1', 'residence-permit', { dwelling: 'rent-contract' }, { ground: 'unsure' }, false],
  ['residence-permit.one-proof~n1', 'residence-permit', { dwelling: 'relatives' }, {}, true],
  ['residence-permit.one-proof~n1', 'residence-permit', { dwelling: 'unsure' }, {}, true],
  ['residence-permit.one-proof~n1', 'residence-permit', {}, { ground: 'dwelling' }, true],
  ['school-compulsory.work-or-dwelling~n1', 'school-compulsory', { dwelling: 'own' }, {}, false],
  ['school-compulsory.work-or-dwelling~n1', 'school-compulsory', { dwelling: 'none' }, {}, true],
  ['school-compulsory.work-or-dwelling~n1', 'school-compulsory', {}, {}, true],
] as const)(
  '%s is asked for, or the proof of the dwelling other services ask for too, never both: %s %j %j',
  (key, service, answers, own, apart) => {
    const asked = papers(service, answers, own)
    expect([asked.includes(key), asked.includes('dwelling-proof~home')]).toEqual([apart, !apart])
  },
)

test('a paper several services ask for is one, and what was sent for it before serves it', () => {
  const folder: Folder = {
    answers: {},
    members: [{ id: '1', name: '我自己', answers: {} }],
    applicant: '1',
    values: {},
    seen: [],
    filled: [],
  }
  const wanted = ['social-assistance', 'temporary-assistance', 'public-rental-housing', 'affordable-sale-housing'].map(
    (service, index) => ({
      ...{ number: index + 1, service, member: null },
    }),
  )
  const asked = papersOf(folder, wanted, asOf)
  expect(asked.find(({ key }) => key === 'income-statement~home')?.numbers).toEqual([1, 3, 4])
  expect(asked.find(({ key }) => key === 'id-card~1')?.numbers).toEqual([1, 2, 3])
  expect(new Set(asked.map(({ key }) => key)).size).toBe(asked.length)
  const since = sharedSince(folder, wanted)
  expect(since.get('social-assistance.authorization~n1')).toBe('income-statement~home')
  expect(since.get('temporary-assistance.id~n2')).toBe('id-card~1')
  expect(since.get('temporary-assistance.hardship~n2')).toBeUndefined()
  // What was handed in before goes on being asked for by the name it was handed in with, and not twice.
  const [first = expect.fail()] = wanted
  const handedIn = [{ key: 'social-assistance.authorization~n1', words: { zh: '', bo: '' }, files: ['a'] }]
  const again = papersToAsk(folder, first, handedIn, asOf).map(({ key }) => key)
  expect([again.includes('social-assistance.authorization~n1'), again.includes('income-statement~home')]).toEqual([true, false])
})

test('a paper is its holder’s, or of the one its application is for', () => {
  const applications = [
    { number: 1, member: '2' },
    { number: 2, member: null },
  ]
  expect(paperMember('id-card~3', applications)).toBe('3')
  expect(paperMember('residence-permit~home', applications)).toBeNull()
  expect(paperMember(transfer, applications)).toBe('2')
  expect(paperMember('settle-household.family-relation~n2', applications)).toBeNull()
  expect(paperMember('school-compulsory.transfer~n9', applications)).toBeNull()
})
