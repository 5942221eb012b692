import { describe, expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import {
  conditionName,
  countyName,
  departmentName,
  instrumentName,
  nameIn,
  optionName,
  paperName,
  phraseText,
  placeName,
  serviceName,
  stepName,
  stopName,
} from './stored-names.ts'

describe('names of codes in stored data', () => {
  test.each([
    ['a service', serviceName('gone'), 'gone'],
    ['a county', countyName('632899'), '632899'],
    ['a county that is none', countyName(''), ''],
    ['a prefecture', placeName('639900'), '639900'],
    ['a condition', conditionName('job-services', 'C99'), 'C99'],
    ['a condition of a service that went', conditionName('gone', 'C1'), 'C1'],
    ['a ground on which a clock stood still', stopName('gone'), 'gone'],
    ['an option', optionName('questions:work.options', 'gone'), 'gone'],
    ['a paper', paperName('services/gone:documents.card'), 'gone.card'],
    ['a block', stepName('gone', null), 'gone'],
    ['a standard sentence', phraseText('correction.gone'), 'correction.gone'],
    ['what is no sentence but a kind of them', phraseText('correction.'), 'correction.'],
    ['an id with the separators of keys', serviceName('a:b.c'), 'a:b.c'],
  ])('%s nobody knows shows its id in both languages', (_, name, id) => {
    for (const language of languages) expect(nameIn(language, name)).toContain(id)
  })

  test('an existing code has its own name', () => {
    expect(nameIn('zh', serviceName('job-services'))).not.toContain('job-services')
    expect(serviceName('job-services').values).toBeUndefined()
    for (const name of [
      departmentName('police-station'),
      instrumentName('residence-permit-regulations'),
      placeName('630000'),
      placeName('630100'),
    ])
      expect(name.values).toBeUndefined()
  })
})
