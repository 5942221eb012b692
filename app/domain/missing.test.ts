import { expect, test } from 'vitest'
import type { Expr } from './condition.ts'
import { type Answers, type Questionnaire, readHousehold } from './household.ts'
import { missingFor } from './missing.ts'
import type { Questions } from './question.ts'
import type { Truth } from './truth.ts'
import { type Condition, judge } from './verdict.ts'
import { allOf, anyOf, asAnswered, isUnanswered, notOf, ofAParent, unknown } from './vocabulary.ts'

const choice = { kind: 'choice', of: 'member', unsure: true } as const
const questions = {
  anyone: { kind: 'many', of: 'household', options: ['lost', 'none'], alone: ['none'], unsure: true },
  place: { ...choice, of: 'household', options: ['town', 'country'], mayDiffer: true },
  permit: { ...choice, of: 'household', options: ['yes', 'no'], mayDiffer: true, follows: 'place' },
  stage: { ...choice, options: ['school', 'done'] },
  work: { ...choice, options: ['yes', 'no'] },
  lost: { ...choice, options: ['yes', 'no'] },
  room: { ...choice, options: ['yes', 'no'] },
  earns: { ...choice, options: ['yes', 'no'] },
  'birth-date': { kind: 'birth-date', of: 'member' },
} as const satisfies Questions
const says = (question: keyof typeof questions, truths: Record<string, Truth> = { yes: 'yes', no: 'no' }, skipped: Truth = 'no'): Expr => ({
  ...{ op: 'match', question, truths, skipped },
})
/** Each time another one: what is worked out once for a questionnaire is worked out in each test. */
const questionnaireAnew = (): Questionnaire => ({
  questions,
  skips: {
    // Two that look at each other: at school nobody is asked about work, and who works not about school.
    stage: asAnswered(says('work')),
    work: says('stage', { school: 'yes', done: 'no' }, 'yes'),
    // Nobody has lost work, and this person does not say so either.
    lost: allOf(notOf(says('anyone', { lost: 'yes', none: 'no' })), isUnanswered('lost')),
  },
})
const asOf = '2027-03-01'
const grown = '1980-01-01'

/** Of the first of these members, with these hard conditions. */
function missing(whens: readonly Expr[], answers: Answers, ...members: readonly Answers[]): string[] {
  const conditions = whens.map(
    (when, at): Condition => ({
      ...{ id: `C${at}`, kind: 'hard', when, sources: [], certainty: 'high', locallySet: false, asks: 'nobody' },
    }),
  )
  const questionnaire = questionnaireAnew()
  const household = { answers, members: members.map((own, at) => ({ id: String(at), answers: own })) }
  const subject = readHousehold(questionnaire, household, asOf).member('0') ?? expect.fail()
  return missingFor(questionnaire, conditions, judge(conditions, subject), subject)
}

const [hasRoom, parentEarns] = [says('room'), ofAParent(says('earns'))]
const atSchool = says('stage', { school: 'yes', done: 'no' })

test.each<[string, readonly Expr[], Answers, readonly Answers[], readonly string[]]>([
  ['nothing that cannot matter, though it is open', [allOf(hasRoom, says('lost'))], {}, [{ lost: 'no' }], []],
  ['nothing, where nobody knows but the locality', [unknown], {}, [{}], []],
  ['in the order in which they are asked', [allOf(hasRoom, says('permit'))], {}, [{}], ['permit', 'room']],

  ['what a parent may hold', [parentEarns], {}, [{}, { 'birth-date': grown }], ['earns']],
  ['whether somebody is of age', [parentEarns], {}, [{}, { earns: 'yes' }], ['birth-date']],
  [
    'nothing of a parent, where one holds it',
    [anyOf(allOf(parentEarns, hasRoom), says('lost'))],
    {},
    [{ lost: 'no' }, { 'birth-date': grown, earns: 'yes' }],
    ['room'],
  ],
  [
    'nor what would count only beside one, where none does',
    [anyOf(allOf(parentEarns, hasRoom), says('lost'))],
    {},
    [{}, { 'birth-date': grown, earns: 'no' }],
    ['anyone', 'lost'],
  ],
  ['what one may hold and what counts beside it', [allOf(parentEarns, hasRoom)], {}, [{}, { 'birth-date': grown }], ['room', 'earns']],

  ['by which rule a question may not arise', [says('lost')], {}, [{}], ['anyone', 'lost']],
  ['not what does not arise', [says('lost')], { anyone: ['none'] }, [{}], []],
  ['nor beside what does', [anyOf(says('lost'), hasRoom)], { anyone: ['none'] }, [{}], ['room']],
  ['what arises', [says('lost')], { anyone: ['lost'] }, [{}], ['lost']],
  ['what may arise, as said in part', [says('lost')], { anyone: ['lost', 'unsure'] }, [{}], ['lost']],
  ['what does not arise, where a rule takes it as answered', [atSchool], {}, [{ stage: 'school' }], ['work']],
  ['not where that was answered', [atSchool], {}, [{ stage: 'school', work: 'no' }], []],

  ['what the household has not said, and what follows it', [says('permit')], {}, [{ place: 'town' }], ['place', 'permit']],
  ['not that, where the household said the same', [says('permit')], { place: 'town', permit: 'yes' }, [{ place: 'town' }], []],
  ['only their own, where it said otherwise', [says('permit')], { place: 'country', permit: 'yes' }, [{ place: 'town' }], ['permit']],
])('%s', (_what, whens, answers, members, expected) => expect(missing(whens, answers, ...members)).toEqual(expected))
