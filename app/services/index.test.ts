import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assess } from '#app/domain/assessment.ts'
import { householdOf, workedCases } from '#tests/support/worked-cases.ts'
import { topicIds } from './define.ts'
import { serviceById, services, servicesOf } from './index.ts'
import { questionnaire } from './questionnaire.ts'

/** Where services stand: their folders, the list, the texts of both languages; each place as names. */
type Places = Readonly<Record<'folders' | 'zh' | 'bo', readonly string[]>>

/** Services that stand in one place and not in the list of services, or the other way round. */
function placeFaults(ids: readonly string[], places: Places): string[] {
  return Object.entries(places).flatMap(([place, names]) => [
    ...names.filter((name) => !ids.includes(name)).map((name) => `${name} stands in ${place} only`),
    ...ids.filter((id) => !names.includes(id)).map((id) => `${id} is not in ${place}`),
  ])
}

/** Names that were given before. */
const twice = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) < at)

const foldersIn = (path: string) => readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
const textsIn = (language: string) => readdirSync(`locales/${language}/services`).map((name) => name.replace(/\.json$/, ''))

const ids = services.map(({ id }) => id)
const real: Places = { folders: foldersIn('app/services'), zh: textsIn('zh'), bo: textsIn('bo') }

test('every service has its folder, is listed once, and has its texts', () => {
  expect(placeFaults(ids, real)).toEqual([])
  expect(twice(ids)).toEqual([])
})

test.each(services)('no two conditions of $id have the same id', ({ conditions }) =>
  expect(twice(conditions.map(({ id }) => id))).toEqual([]),
)

test('an unlisted service, one without texts, and a name given twice are found', () => {
  expect(placeFaults(ids, { ...real, folders: [...ids, 'new-service'] })).toEqual(['new-service stands in folders only'])
  expect(placeFaults([...ids, 'new-service'], { ...real, folders: [...ids, 'new-service'] })).toHaveLength(2)
  expect(twice(['C1', 'C2', 'C1'])).toEqual(['C1'])
})

test('every worked case names existing services, and has a unique name', () => {
  expect(twice(workedCases.map((one) => one.case))).toEqual([])
  expect(workedCases.flatMap((one) => one.expect).filter(({ service }) => !serviceById(service))).toEqual([])
})

describe.each(workedCases)('$case', ({ request, expect: rows }) => {
  const results = assess(questionnaire, services, householdOf(request), request.asOf)
  test.each(rows)('$service of $member is $verdict', ({ service, member, verdict, deciding }) => {
    const found =
      results.find((one) => one.service === service && one.member === member) ??
      results.find((one) => one.service === service && one.member === null)
    expect({ verdict: found?.verdict, deciding: found?.deciding }).toEqual({ verdict, deciding })
  })
})

test.each(topicIds)('topic %s has services', (topic) => expect(servicesOf(topic, '2026-11-24').length).toBeGreaterThan(0))
