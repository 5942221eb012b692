import { describe, expect, test } from 'vitest'
import type { Expr } from '#app/domain/condition.ts'
import { hasText, keysUnder } from '#app/i18n/messages.ts'
import type { Service } from '#app/services/define.ts'
import { departmentIds } from '#app/services/departments.ts'
import { explanations } from '#app/services/explanations.ts'
import { questionnaire } from '#app/services/household.ts'
import { serviceById, services } from '#app/services/index.ts'
import { instruments } from '#app/services/instruments.ts'
import { planPromises } from '#app/services/promises.ts'
import { topics } from '#app/services/topics.ts'

/** Can an expression come out as no for somebody? */
function canBeNo(expr: Expr): boolean {
  switch (expr.op) {
    case 'always':
      return expr.truth === 'no'
    case 'match':
      return (
        expr.skipped === 'no' || Object.values(expr.truths).some((truth) => (typeof truth === 'string' ? truth === 'no' : canBeNo(truth)))
      )
    case 'aged':
    case 'before-retirement':
    case 'not':
      return true
    case 'all':
      return expr.of.some(canBeNo)
    case 'any':
      return expr.of.every(canBeNo)
  }
}

describe.each(services.map((service) => ({ id: service.id, service: service as Service })))('$id', ({ id, service }) => {
  const at = `services/${id}`
  const lists = ['gives', 'where', 'timeAndCost', 'otherwise', 'documents', 'misunderstandings'] as const

  test.each(lists)('%s and its texts have the same ids', (list) => expect(service[list].map((one) => one.id)).toEqual(keysUnder(at, list)))

  test('every condition has its sentences: why, what to ask, and where it can be no, what would change it', () => {
    expect(service.conditions.map((one) => one.id)).toEqual(keysUnder(at, 'conditions'))
    for (const { id: condition, kind, when } of service.conditions) {
      const key = `${at}:conditions.${condition}`
      for (const word of ['is', 'yes', 'unknown', 'ask']) expect(hasText(`${key}.${word}`), `${key}.${word}`).toBe(true)
      const no = (kind === 'scope' || kind === 'hard') && canBeNo(when)
      for (const word of ['no', 'change']) expect(hasText(`${key}.${word}`), `${key}.${word}`).toBe(no)
    }
  })

  test('every fact has a source that exists, and every link leads somewhere', () => {
    const statements = lists.flatMap((list) => service[list])
    for (const { sources } of [...statements, ...service.conditions]) {
      expect(sources.length).toBeGreaterThan(0)
      for (const { instrument } of sources) expect(Object.keys(instruments)).toContain(instrument)
    }
    for (const other of service.related) expect(serviceById(other), other).toBeDefined()
    for (const { asks } of service.conditions) expect(departmentIds).toContain(asks)
    for (const { about } of service.misunderstandings) if (about) expect(service.conditions.map((one) => one.id)).toContain(about)
  })

  test('says one sentence for every verdict', () =>
    expect(keysUnder(at, 'verdict')).toEqual(['eligible', 'possible', 'not-yet', 'not-applicable']))
})

test('every promise, topic and explanation has its texts', () => {
  expect(planPromises.map(({ id }) => id)).toEqual(keysUnder('policy', 'promises'))
  for (const { id, keyPoints } of topics) expect(keyPoints.map((point) => point.id)).toEqual(keysUnder('topics', `${id}.points`))
  for (const { id, facts } of explanations) expect(facts.map((fact) => fact.id)).toEqual(keysUnder('explanations', `${id}.facts`))
})

test('every row of section A is told: 40 of articles and one of part eight', () => expect(planPromises).toHaveLength(41))

test('every option of every question has a text', () => {
  for (const [id, question] of Object.entries(questionnaire.questions)) {
    const options = 'options' in question ? [...question.options, 'unsure'] : ['unsure']
    expect(new Set(keysUnder('questions', `${id}.options`)), id).toEqual(new Set(options))
  }
})
