import { expect, test } from 'vitest'
import { inferred, statement } from './define.ts'
import { sourceOf } from './define-promise.ts'
import { cite, plan } from './instruments.ts'
import { planQuotations, promised } from './plan-quotations.ts'
import { planPromises } from './promises.ts'
import { isConditional, type Strength, strengthOf, strengthOfStatement, strengthsOf } from './strength.ts'

const phrases: readonly [quotation: string, strength: Strength][] = [
  [planQuotations['settle-zero-threshold'][1], 'requires'],
  [planQuotations['insurance-without-hukou-limit'][1], 'requires'],
  [planQuotations['public-school-places'][1], 'requires'],
  [planQuotations['settling-keeps-land'][1], 'requires'],
  // 落实 inside 全面落实 is not the weaker word; alone it is.
  ['落实农民工工资支付保障制度', 'supports'],
  [planQuotations['boarding-allowances'][1], 'supports'],
  [planQuotations['labour-brands'][1], 'supports'],
  [planQuotations['low-income-watch'][1], 'supports'],
  [planQuotations['permit-resident-medical'][1], 'supports'],
  // Both kinds in one sentence: the weaker counts.
  [planQuotations['subsidised-training'][1], 'explores'],
  [planQuotations['employee-insurance'][1], 'explores'],
  [planQuotations['occupational-injury-pilot'][1], 'explores'],
  [planQuotations['housing-fund'][1], 'explores'],
  [planQuotations['collective-property'][1], 'explores'],
  ['全面落实并逐步扩大', 'explores'],
  // No word of either: a direction.
  [planQuotations['careful-infrastructure'][1], 'explores'],
  [planQuotations['rural-clinics'][1], 'explores'],
]

test.each(phrases)('%s: %s', (quotation, strength) => expect(strengthOf(quotation)).toBe(strength))

test('按规定 and 符合条件 are conditions', () => {
  expect(Object.entries(planQuotations).flatMap(([id, [, quotation]]) => (isConditional(quotation) ? [id] : []))).toEqual([
    'local-exam',
    'public-rental',
    'employee-insurance',
    'permit-resident-medical',
    'social-assistance-for-all',
  ])
})

test('each strength of a source once, in the order of its words; none of what only governments get, nor without words', () => {
  expect(strengthsOf(promised('settling-keeps-land', 'voluntary-exit'))).toEqual(['requires', 'explores'])
  expect(strengthsOf(promised('wage-payment', 'labour-contracts'))).toEqual(['supports'])
  expect(strengthsOf(promised('reward-to-localities'))).toEqual([])
  expect(strengthsOf(plan('六'))).toEqual([])
})

test('a sentence is as strong as its weakest words; our own reading promises nothing', () => {
  const both = promised('settling-keeps-land', 'voluntary-exit')
  expect(strengthOfStatement(statement('any', 'high', both))).toBe('explores')
  expect(strengthOfStatement(statement('any', 'high', cite('land-contract-law'), promised('settling-keeps-land')))).toBe('requires')
  expect(strengthOfStatement(inferred('any', 'high', promised('settling-keeps-land')))).toBeUndefined()
  expect(strengthOfStatement(statement('any', 'high', cite('land-contract-law')))).toBeUndefined()
})

/** What section A of the fact base says of each promise, as corrected by section 5.2 of the second. */
const corrected: Readonly<Record<string, readonly Strength[]>> = {
  'settle-zero-threshold': ['requires'],
  'subsidised-training': ['explores', 'supports'],
  'employee-insurance-collective-aid': ['explores', 'supports'],
  'permit-resident-medical': ['supports'],
  'boarding-classes': ['supports', 'explores'],
  'subsidy-card': ['explores', 'supports'],
  'old-estates': ['explores', 'supports'],
  'new-citizens-housing': ['supports', 'explores'],
  'equal-unemployment-insurance': ['supports'],
  'one-photo': ['supports'],
  'direct-subsidies': ['supports'],
  'farm-insurance': ['explores'],
  'insure-everyone': ['explores'],
}

test.each(Object.entries(corrected))('%s is %j', (id, strengths) => {
  const found = planPromises.find((promise) => promise.id === id)
  expect(found && strengthsOf(sourceOf(found))).toEqual(strengths)
})

test('what is taken away is said as a direction, never as a duty', () => {
  const lessening = planPromises.filter(({ lessens }) => lessens)
  expect(lessening.map(({ id }) => id)).toHaveLength(7)
  for (const one of lessening) expect(strengthsOf(sourceOf(one)), one.id).toEqual(['explores'])
})
