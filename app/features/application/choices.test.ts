import { expect, test } from 'vitest'
import { type ServiceChoice, tickedOf } from './choices.ts'

const choice = (pick: string, verdict: ServiceChoice['verdict']): ServiceChoice => ({
  ...{ pick, verdict, name: null, among: null },
  service: pick.split(':')[0] ?? '',
})

const picks = [
  choice('settle-household', 'eligible'),
  choice('settle-household:2', 'possible'),
  choice('resident-medical:1', 'eligible'),
  choice('resident-medical:2', 'possible'),
  choice('resident-medical:3', 'not-yet'),
  choice('resident-medical:4', 'already'),
  choice('resident-pension:1', 'not-yet'),
  choice('resident-pension:2', 'already'),
]

test('of all one can apply for now those are ticked where nothing is to be chosen', () => {
  const among = (one: ServiceChoice, which: 'wished' | 'settling' | 'insurance') => ({ ...one, among: { choice: which, member: null } })
  const eligible = (pick: string) => choice(pick, 'eligible')
  const offered = [
    ...[eligible('job-services:1'), choice('job-services:2', 'possible')],
    ...['settle-household', 'residence-permit:1'].map((pick) => among(eligible(pick), 'settling')),
    ...['school-senior:1', 'school-senior:2'].map((pick) => among(eligible(pick), 'wished')),
    ...['resident-pension:1', 'resident-medical:1'].map((pick) => among(eligible(pick), 'insurance')),
    among(choice('employee-pension-medical:1', 'possible'), 'insurance'),
  ]
  expect(tickedOf(['now'], offered)).toEqual(['job-services:1', 'resident-pension:1', 'resident-medical:1'])
})

test('what somebody has already in its place is changed by nobody but them', () => {
  const offered = [
    choice('employee-pension-medical:1', 'eligible'),
    choice('resident-pension:1', 'already'),
    choice('flexible-worker-insurance:2', 'eligible'),
    choice('resident-pension:3', 'already'),
    choice('resident-medical:3', 'eligible'),
  ]
  expect(tickedOf(['now'], offered)).toEqual(['flexible-worker-insurance:2', 'resident-medical:3'])
})

test.each([
  ['of one member', ['resident-medical:2'], picks, ['resident-medical:2']],
  [
    'of one who has not got it yet, or has it',
    ['resident-medical:3', 'resident-medical:4'],
    picks,
    ['resident-medical:3', 'resident-medical:4'],
  ],
  ['of the household alone', ['settle-household'], picks, ['settle-household']],
  ['of nobody in particular', ['resident-medical'], picks, ['resident-medical:1', 'resident-medical:2']],
  ['of nobody, where nobody may yet', ['resident-pension'], picks, ['resident-pension:1']],
  ['of somebody who is not there, or not asked about', ['resident-medical:9', 'school-senior:1'], picks, []],
  ['of nobody that is offered', ['school-senior'], picks, []],
  ['twice', ['resident-medical', 'resident-medical:1'], picks, ['resident-medical:1', 'resident-medical:2']],
  ['of a member nobody knows any more', ['resident-medical:2'], [choice('resident-medical', null)], ['resident-medical']],
])('what is ticked for a pick %s', (_name, picked, offered, expected) => expect(tickedOf(picked, offered)).toEqual(expected))
