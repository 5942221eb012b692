import { expect, test } from 'vitest'
import { randomFrom } from '#app/domain/random.ts'
import { applicable, subjectName } from '#app/forms/application-form.ts'
import { paperName } from '#app/i18n/stored-names.ts'
import { serviceById } from '#app/services/index.ts'
import { papersOf } from './folder.ts'
import { currentFormTexts } from './form-texts.server.ts'
import { inStoredTexts } from './form-texts.ts'
import { sampleFolder } from './sample-folder.ts'
import { bothOf, citationOf } from './stored-texts.ts'
import { submissionOf, submissionRows, textInEvery } from './submission.ts'

const { id, content } = currentFormTexts()
const formTexts = JSON.parse(content)
const asOf = '2026-11-24'

test.each(applicable)('a submission for %s reads as its form did, with the form texts stored beside it', (service) => {
  for (const number of [3, 14_003, 28_005]) {
    const { folder, wanted } = sampleFolder({ service, county: '990000', mode: 'zh', on: asOf, number }, randomFrom(number))
    const read = inStoredTexts(JSON.parse(JSON.stringify(submissionOf(folder, wanted, [], () => [], 'zh', asOf))), formTexts)
    const shown = submissionRows(folder, [wanted], asOf).filter(({ empty }) => !empty)
    expect(read.rows).toEqual(
      shown.map(({ target, title, label, value, step }) => {
        const name = subjectName(folder, [wanted], step)
        return {
          target,
          label,
          value,
          ...(name === null ? { title } : { person: name, title: { zh: `${title.zh} ${name}`, bo: `${title.bo} ${name}` } }),
        }
      }),
    )
    expect(read.name).toEqual(textInEvery(`services/${service}:name`))
    expect(read.papers.map(({ words: label }) => label)).toEqual(
      papersOf(folder, [wanted], asOf).map(({ textKey }) => bothOf(paperName(textKey))),
    )
    expect(read.trace.map(({ sources }) => sources)).toEqual(
      serviceById(service)?.conditions.map(({ sources }) => sources.map((source) => ({ ...source, cited: citationOf(source) }))),
    )
  }
})

test('the id changes with the texts', () => {
  expect(currentFormTexts().id).toBe(id)
  expect(id).toMatch(/^[\w-]{43}$/)
})
