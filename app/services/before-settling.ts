import { inferred, type Statement, statement } from './define.ts'
import type { DepartmentId } from './departments.ts'
import { cite } from './instruments.ts'
import { notInPlan, promised } from './plan-quotations.ts'

/** Ways of living in a town, by the service that leads to each: settling, a residence permit, registration only. */
export const ways = ['settle-household', 'residence-permit', 'residence-registration'] as const
export type Way = (typeof ways)[number]

/** A sentence of the comparison; where `asks` stands, no source says it, and these are to be asked. Its sources are then those that were looked at. */
export type Line = Statement & { readonly asks?: readonly [DepartmentId, ...DepartmentId[]] }

/**
 * What each way means for one matter. Texts stand in `locales/…/before-settling.json` under `matters.<id>`: `name`, under `answer` what
 * one reads before anything is opened, then the lines of each way under its id, and under `all` what is so in all ways.
 */
export type Matter = Readonly<Record<(typeof saidOf)[number], readonly Line[]>> & { readonly id: string }

/** What is said of a matter, in order. */
export const saidOf = ['answer', 'all', ...ways] as const

const silent = (line: Statement, ...asks: [DepartmentId, ...DepartmentId[]]): Line => ({ ...line, asks })

const assistance = cite('social-assistance-law', '37')
const pension = cite('guofa-2014-8')
const exam = cite('qinghai-gaokao-guidance')
const leaving = cite('residence-permit-regulations', '2')
const landRights = [promised('settling-keeps-land'), cite('land-contract-law', '27')] as const
const subsidies = (id: string) =>
  silent(
    statement(id, 'high', notInPlan('十三', '草原奖补', '管护员'), cite('land-contract-law')),
    'forestry-grassland-bureau',
    'agriculture-bureau',
  )
const pensionHere = silent(statement('pension-here', 'high', pension), 'social-insurance-agency')

/** What each way is, and asks for. */
export const wayLines: Readonly<Record<Way, readonly Line[]>> = {
  'settle-household': [statement('moves', 'high', promised('settle-zero-threshold'), leaving)],
  'residence-permit': [statement('stays', 'high', leaving), statement('yearly', 'high', cite('residence-permit-regulations', '10'))],
  'residence-registration': [
    statement('stays', 'high', cite('hukou-registration-regulations', '15')),
    statement('counts', 'medium', leaving),
  ],
}

/** The matters settling, a permit and registration are compared for; what a herder asks first stands first. @source fact base, B1–B3, B8, B15, B16, B21, B26; fact base 2, 9.1 */
export const matters: readonly Matter[] = [
  {
    id: 'grassland',
    answer: [statement('kept', 'high', ...landRights, cite('grassland-law')), subsidies('subsidies')],
    all: [],
    'settle-household': [statement('kept', 'high', ...landRights, cite('grassland-law')), subsidies('subsidies')],
    'residence-permit': [statement('kept', 'high', cite('land-contract-law', '27'), cite('rural-collective-law')), subsidies('subsidies')],
    'residence-registration': [
      statement('kept', 'high', cite('land-contract-law', '27'), cite('rural-collective-law')),
      subsidies('subsidies'),
    ],
  },
  {
    id: 'assistance',
    answer: [statement('where', 'high', assistance)],
    all: [statement('sudden', 'high', assistance), silent(statement('moved', 'medium', cite('social-assistance-law')), 'township-office')],
    'settle-household': [statement('here', 'high', assistance)],
    'residence-permit': [statement('some-places', 'high', assistance), silent(statement('opened', 'high', assistance), 'township-office')],
    'residence-registration': [statement('home', 'high', assistance), silent(statement('here', 'high', assistance), 'township-office')],
  },
  {
    id: 'insurance',
    answer: [
      statement('work', 'high', promised('insurance-without-hukou-limit'), cite('social-insurance-law', '10')),
      statement('residents', 'medium', promised('permit-resident-medical'), pension, cite('common-practice')),
    ],
    all: [
      statement('work', 'high', promised('insurance-without-hukou-limit'), cite('social-insurance-law', '10')),
      statement('one-side', 'high', cite('guobanfa-2024-38')),
    ],
    'settle-household': [statement('medical', 'medium', cite('common-practice')), statement('pension', 'high', pension)],
    'residence-permit': [
      statement('medical', 'high', promised('permit-resident-medical')),
      statement('pension', 'high', pension),
      pensionHere,
    ],
    'residence-registration': [
      inferred('medical', 'medium', cite('common-practice'), cite('yibaofa-2022-22')),
      silent(statement('medical-here', 'medium', promised('permit-resident-medical')), 'medical-insurance-agency'),
      statement('pension', 'high', pension),
      pensionHere,
    ],
  },
  {
    id: 'exam',
    answer: [statement('origin', 'medium', exam)],
    all: [
      statement('not-in-plan', 'high', notInPlan('九', '高考'), cite('guobanfa-2012-46')),
      statement('in-qinghai', 'medium', exam),
      statement('school', 'medium', exam),
    ],
    'settle-household': [statement('years', 'medium', exam)],
    'residence-permit': [statement('fewer', 'medium', exam)],
    'residence-registration': [silent(statement('outside', 'medium', exam), 'exam-office')],
  },
  {
    id: 'return',
    answer: [
      statement('land', 'high', ...landRights, cite('grassland-law')),
      silent(
        statement('back', 'high', notInPlan('六', '迁回'), cite('hukou-registration-regulations')),
        'police-station',
        'township-office',
      ),
    ],
    all: [],
    'settle-household': [
      statement('land', 'high', ...landRights, cite('grassland-law')),
      silent(
        statement('back', 'high', notInPlan('六', '迁回'), cite('hukou-registration-regulations')),
        'police-station',
        'township-office',
      ),
      statement('exam', 'medium', exam),
    ],
    'residence-permit': [inferred('stays', 'medium', leaving), silent(statement('after', 'medium', leaving), 'police-station')],
    'residence-registration': [
      inferred('stays', 'medium', cite('hukou-registration-regulations', '15')),
      statement('again', 'medium', cite('common-practice')),
    ],
  },
]

/** Is a service one of the ways compared: does the page that compares them belong beside it? */
export const isWay = (service: string): service is Way => ways.some((way) => way === service)
